using Community.Web.Tests.Support;

namespace Community.Web.Tests.Ideas;

/// <summary>The owner of a community before its forms about ideas.</summary>
internal static class IdeaOwner
{
    public static async Task<FormVisitor> Owner(this OpenCommunity community)
    {
        var owner = community.Visitor();
        await OpenCommunity.SignIn(owner, OpenCommunity.OwnerEmail);
        return owner;
    }

    /// <returns>The address of a new idea without its title.</returns>
    public static async Task<string> SubmitsIdea(this FormVisitor by, string title)
    {
        await by.Fill("/ideas/new?board=ideas", [("title", title), ("body", $"Nobody sells one of these, and all of us ask for it. {Guid.NewGuid()}"), ("tags", ""), ("step", "post")], "idea");
        return string.Join('/', by.Leads!.Split('/')[..3]);
    }
}
