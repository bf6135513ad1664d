using System.Net;
using System.Text.Json;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Shell.Reference;

public sealed class ApiPageTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task Every_operation_and_every_type_of_the_document_is_on_the_page()
    {
        using var visitor = community.Visitor();
        using var document = JsonDocument.Parse((await visitor.Open("/openapi/v1.json")).Page);

        var page = WebUtility.HtmlDecode((await visitor.Open("/api")).Page);

        var operations = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(one => (Path: path.Name, Method: one.Name.ToUpperInvariant(), Id: one.Value.GetProperty("operationId").GetString()!)))
            .ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, one => Assert.Contains($"<api-try class=\"stack close\" data-method=\"{one.Method}\" data-path=\"{one.Path}\"", page, StringComparison.Ordinal));
        Assert.All(operations, one => Assert.Contains($"id=\"{one.Id}\"", page, StringComparison.Ordinal));
        Assert.All(
            document.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject(),
            type => Assert.Contains($"id=\"type-{type.Name}\"", page, StringComparison.Ordinal));
        Assert.All(document.RootElement.GetProperty("tags").EnumerateArray(), tag => Assert.Contains($"id=\"calls-{tag.GetProperty("name").GetString()}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_can_be_read_and_sent_without_script()
    {
        using var visitor = community.Visitor();

        var page = WebUtility.HtmlDecode((await visitor.Open("/api")).Page);

        Assert.Contains("curl -X PUT \"$COMMUNITY/api/v1/posts/{id}\" \\\n  -H \"Authorization: Bearer $TOKEN\" \\\n  -H 'If-Match: \"1\"' \\\n  -H \"Content-Type: application/json\" \\\n  -d '{\"markdown\":\"text\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/api#type-Forum\"", page, StringComparison.Ordinal);
        Assert.Contains(" or null", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_share_the_page()
    {
        using var visitor = community.Visitor("ja");

        await visitor.Open("/api", ("Host", "elsewhere.example"));

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.NotNull(visitor.Answer.Headers.ETag);
        Assert.Empty(visitor.CookieNames);
        Assert.DoesNotContain("method=\"post\"", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("呼び出し方", visitor.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1", true)]
    [InlineData("/api/v1/nothing", true)]
    [InlineData("/api/nothing", false)]
    public async Task What_is_not_there_is_told_in_the_form_of_its_place(string path, bool isApi)
    {
        using var visitor = community.Visitor();

        await visitor.Open(path);

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(isApi ? "application/problem+json" : "text/html", visitor.Answer.Content.Headers.ContentType!.MediaType);
    }
}
