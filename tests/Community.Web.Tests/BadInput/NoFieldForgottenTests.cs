using System.Reflection;
using System.Text.RegularExpressions;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Tests.BadInput;

/// <summary>A field that a page takes and <see cref="Field.All"/> does not name would be tried by nobody.</summary>
public sealed class NoFieldForgottenTests
{
    // Open only before there is an owner; whoever has its key owns the community anyway.
    private const string SetUp = "SetupPage";

    [Fact]
    public void Every_field_that_a_page_takes_is_tried()
    {
        var forgotten = from page in typeof(CommunityApp).Assembly.GetTypes()
                        where page.Name != SetUp
                        from field in page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                        let taken = field.GetCustomAttribute<SupplyParameterFromFormAttribute>()
                        where taken is not null && !IsTried(page, taken.Name ?? field.Name, taken.FormName)
                        select $"{page.Name}: {taken.Name ?? field.Name}";

        Assert.Empty(forgotten);
    }

    [Fact]
    public void A_field_that_is_not_named_is_noticed() => Assert.False(IsTried(typeof(Web.Account.LoginPage), "pass-phrase", null));

    private static bool IsTried(Type page, string name, string? form)
    {
        var addresses = page.GetCustomAttributes<RouteAttribute>().Select(route => new Regex($"^{Parameter().Replace(route.Template, "[^/]+")}$")).ToList();
        return Field.All.Any(field => field.Name == name && (form is null ? addresses.Exists(address => address.IsMatch(Address(field))) : field.Form == form));
    }

    private static string Address(Field field) => field.Path.Split('?')[0]
        .Replace("{post}", "/p/1", StringComparison.Ordinal)
        .Replace("{former}", "/p/1/revisions/1", StringComparison.Ordinal)
        .Replace("{judged}", "/p/1", StringComparison.Ordinal)
        .Replace("{idea-desk}", "/ideas/1/team", StringComparison.Ordinal)
        .Replace("{desk}", "/t/1", StringComparison.Ordinal)
        .Replace("{imported}", "/moderation/members/1", StringComparison.Ordinal)
        .Replace("{member}", "/members/1", StringComparison.Ordinal);

    private static Regex Parameter() => new("\\{[^}]+\\}");
}
