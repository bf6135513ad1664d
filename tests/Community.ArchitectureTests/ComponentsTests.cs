using Community.ArchitectureTests.Reading;
using Community.ArchitectureTests.Rules;

namespace Community.ArchitectureTests;

public sealed class ComponentsTests
{
    private const string Context = "namespace Community.Data { public class CommunityDb : Microsoft.EntityFrameworkCore.DbContext; }\n";

    [Fact]
    public void Components_of_the_product_call_acts() => Expect.NoBreach(Product.Modules.SelectMany(Components.TouchingTheContext));

    [Fact]
    public void Staff_pages_of_the_product_are_behind_a_policy() => Expect.NoBreach(Product.Modules.SelectMany(Components.OpenStaffPages));

    [Fact]
    public void Staff_pages_of_the_product_take_their_policy_from_their_folder() =>
        Expect.NoBreach(Components.PolicyNotFromTheFolder(Product.Files("*.razor")));

    [Theory]
    [InlineData("public Community.Data.CommunityDb? Db { get; set; }")]
    [InlineData("public Microsoft.EntityFrameworkCore.IDbContextFactory<Community.Data.CommunityDb>? Contexts { get; set; }")]
    [InlineData("public async Task Load(IServiceProvider services) { await Task.Yield(); _ = services.GetService(typeof(Community.Data.CommunityDb)); }")]
    public void A_component_that_touches_the_context_is_found(string member) =>
        Expect.Breach("Community.Web.Forums.TopicPage", Components.TouchingTheContext(Sample.Compile(
            Context + "namespace Community.Web.Forums { public class TopicPage : Microsoft.AspNetCore.Components.LayoutComponentBase { " + member + " } }", "Community.Web")));

    [Fact]
    public void The_host_may_touch_the_context() =>
        Expect.NoBreach(Components.TouchingTheContext(Sample.Compile(
            Context + "namespace Community.Web.Hosting { public class Health { public Community.Data.CommunityDb? Db { get; set; } } }", "Community.Web")));

    [Theory]
    [InlineData("/moderation", "")]
    [InlineData("/insights/trends", "[Microsoft.AspNetCore.Authorization.Authorize]")]
    [InlineData("/Admin", """[Microsoft.AspNetCore.Authorization.Authorize(Policy = "admin"), Microsoft.AspNetCore.Authorization.AllowAnonymous]""")]
    public void A_staff_page_without_a_policy_is_found(string address, string attributes) =>
        Expect.Breach("Community.Web.Admin.Page", Components.OpenStaffPages(Page(address, attributes)));

    [Theory]
    [InlineData("/moderation/log", """[Microsoft.AspNetCore.Authorization.Authorize(Policy = "moderator")]""")]
    [InlineData("/administrators", "")]
    public void A_page_behind_a_policy_or_for_everybody_is_no_breach(string address, string attributes) =>
        Expect.NoBreach(Components.OpenStaffPages(Page(address, attributes)));

    [Theory]
    [InlineData("@using System", "@page \"/moderation\"\n<Queue />")]
    [InlineData("@attribute [Authorize]", "@page \"/moderation\"\n<Queue />")]
    [InlineData("@attribute [Authorize(Policy = Policies.Moderator)]", "@page \"/moderation\"\n@attribute [AllowAnonymous]")]
    [InlineData("@attribute [Authorize(Policy = Policies.Moderator)]", "@page \"/moderation\"\n@attribute [Authorize(Policy = Policies.Member)]")]
    public void A_staff_page_that_does_not_take_its_policy_from_its_folder_is_found(string imports, string page) =>
        Expect.Breach("Moderation/QueuePage.razor", Components.PolicyNotFromTheFolder(
            [new("src/Community.Web/Moderation/_Imports.razor", imports), new("src/Community.Web/Moderation/QueuePage.razor", page)]));

    [Fact]
    public void A_staff_page_that_takes_its_policy_from_its_folder_is_no_breach() =>
        Expect.NoBreach(Components.PolicyNotFromTheFolder(
        [
            new("src/Community.Web/Moderation/_Imports.razor", "@attribute [Authorize(Policy = Policies.Moderator)]"),
            new("src/Community.Web/Moderation/Queue/QueuePage.razor", "@page \"/moderation\"\n<Queue />"),
        ]));

    private static Mono.Cecil.ModuleDefinition Page(string address, string attributes) => Sample.Compile(
        $$"""
        namespace Community.Web.Admin
        {
            [Microsoft.AspNetCore.Components.Route("{{address}}")]
            {{attributes}}
            public class Page : Microsoft.AspNetCore.Components.ComponentBase;
        }
        """,
        "Community.Web");
}
