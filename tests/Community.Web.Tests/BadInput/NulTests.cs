using System.Globalization;
using System.Net;
using Community.Data;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.BadInput;

/// <summary>U+0000, which the framework takes in no form. What fields do with it, <see cref="EveryFieldTests"/> shows.</summary>
public sealed class NulTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    private static readonly (string, string)[] Topic =
        [("title", "How do you keep maps dry?"), ("body", "Mine were soaked last weekend."), ("tags", ""), ("step", "post")];

    [Fact]
    public async Task It_is_taken_out_and_told_and_the_form_goes_through_when_it_is_sent_again()
    {
        using var owner = await Owner();

        await owner.Fill("/forums/general/new", [("title", "A title\0 with an end"), ("body", "A text that is long enough."), ("step", "post")], "topic");
        var (status, error, title) = (owner.Status, owner.Errors, owner.Value("title"));
        await owner.Post("/forums/general/new", [.. owner.Hidden("topic"), ("title", title!), ("body", owner.Text("body")!), ("step", "post")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(error, sentence => WebUtility.HtmlDecode(sentence).Contains("U+0000", StringComparison.Ordinal));
        Assert.Equal("A title with an end", title);
        Assert.Equal(HttpStatusCode.SeeOther, owner.Status);
    }

    [Fact]
    public async Task It_is_seen_in_a_form_of_parts_too()
    {
        using var owner = await Owner();
        await owner.Open("/forums/general/new");

        await owner.PostParts("/forums/general/new", [.. owner.Hidden("topic"), ("title", "A title\0 with an end"), ("body", "A text that is long enough."), ("step", "post")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, owner.Status);
        Assert.Equal("A title with an end", owner.Value("title"));
    }

    [Fact]
    public async Task A_body_that_no_form_of_ours_needs_is_not_read()
    {
        using var visitor = community.Visitor();

        await visitor.PostRaw("/account/login", "password=%00&email=" + new string('x', 3 * 1024 * 1024));

        Assert.InRange((int)visitor.Status, 400, 499);
    }

    [Fact]
    public async Task A_button_s_form_that_holds_it_does_nothing_and_says_so()
    {
        using var owner = await Owner();
        await owner.Fill("/forums/general/new", Topic, "topic");
        using var reader = await community.Member("sen");
        await reader.Open(owner.Leads!);
        var post = await community.Get<CommunityData>().Read(db => db.Posts.MaxAsync(p => p.Id));

        await reader.Post(
            string.Create(CultureInfo.InvariantCulture, $"/p/{post}/react"),
            [("__RequestVerificationToken", reader.Value("__RequestVerificationToken")!), ("kind", "heart\0")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reader.Status);
        Assert.Contains("U+0000", WebUtility.HtmlDecode(reader.Page), StringComparison.Ordinal);
        Assert.Equal(0, await community.Get<CommunityData>().Read(db => db.Reactions.CountAsync(r => r.PostId == post)));
    }

    [Theory]
    [InlineData("/forums/general?page=%00")]
    [InlineData("/forums/general?sort=%00")]
    [InlineData("/account/login?return=%00")]
    [InlineData("/account/confirm?token=%00")]
    [InlineData("/report?post=%00")]
    [InlineData("/report?member=%00")]
    [InlineData("/moderation/log?by=%00")]
    [InlineData("/moderation/members?q=%00")]
    [InlineData("/admin/members?q=%00")]
    [InlineData("/admin/documents/rules?version=%00")]
    [InlineData("/admin/brand/preview.svg?accent=%00")]
    [InlineData("/account/preferences?language=%00&theme=%00&return=%00")]
    public async Task In_a_query_it_breaks_no_page(string path)
    {
        using var owner = await Owner();

        await owner.Open(path);

        Assert.True((int)owner.Status < 500, $"answered {owner.Status}");
        Assert.True(owner.Leads is not null || owner.Page.Contains("<h1", StringComparison.Ordinal) || owner.Page.Contains("<svg", StringComparison.Ordinal), "no page");
    }

    /// <summary>The server refuses the address itself, before anything of ours runs.</summary>
    [Theory]
    [InlineData("/forums/%00")]
    [InlineData("/members/%00")]
    [InlineData("/t/1/%00")]
    public async Task In_a_path_it_is_a_bad_request(string path)
    {
        using var visitor = community.Visitor();

        await visitor.Open(path);

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
    }

    private async Task<FormVisitor> Owner()
    {
        var owner = community.Visitor();
        await OpenCommunity.SignIn(owner, OpenCommunity.OwnerEmail);
        return owner;
    }
}
