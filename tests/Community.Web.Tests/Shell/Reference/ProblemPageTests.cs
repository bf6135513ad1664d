using System.Net;
using System.Text.Json;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Shell.Reference;

public sealed class ProblemPageTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task A_refusal_of_the_api_leads_to_what_it_means()
    {
        using var program = community.Visitor();
        await program.Open("/api/v1/me");
        using var problem = JsonDocument.Parse(program.Page);

        await program.Open(problem.RootElement.GetProperty("type").GetString()!);

        Assert.Equal(HttpStatusCode.OK, program.Status);
        Assert.Contains("<h1><code>token-missing</code></h1>", program.Page, StringComparison.Ordinal);
        Assert.Contains("<b>401</b>", program.Page, StringComparison.Ordinal);
        Assert.Contains("This needs a token", program.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "You have <code>{max}</code> tokens")]
    [InlineData("ja", "使えるトークンは<code>{max}</code>個まで")]
    public async Task Figures_stand_in_braces(string language, string sentence)
    {
        using var visitor = community.Visitor(language);

        await visitor.Open("/problems/too-many-tokens");

        Assert.Contains(sentence, Spaceless(visitor.Page), StringComparison.Ordinal);
        Assert.Contains("<b>409</b>", visitor.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/problems/no-such-problem")]
    [InlineData("/problems/wait-hours_one")]
    [InlineData("/problems/unknown")]
    [InlineData("/problems/Not-Found")]
    public async Task What_is_no_code_is_not_found(string path)
    {
        using var visitor = community.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open(path)).Status);
    }

    [Fact]
    public async Task All_are_listed()
    {
        using var visitor = community.Visitor("ja");

        await visitor.Open("/problems");

        Assert.Contains("href=\"/problems/topic-locked\"", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("/problems/wait-", visitor.Page, StringComparison.Ordinal);
    }

    // Blanks around an element of a line are the markup's.
    private static string Spaceless(string page) => System.Text.RegularExpressions.Regex.Replace(page, @"\s*\n\s*", "");
}
