namespace Community.Web.Tests.Api;

[Collection(nameof(ApiSite))]
public sealed class NoWordsInAddressesTests(ApiSite site)
{
    // What looks things up; everything else belongs into a body, which no access log keeps.
    private static readonly string[] LooksUp = ["action", "after", "board", "by", "level", "order", "period", "q", "scope", "sort", "status", "text", "which"];

    [Fact]
    public async Task What_people_write_is_never_sent_in_an_address()
    {
        using var document = await ApiOperation.Document(site);

        var others = from path in document.RootElement.GetProperty("paths").EnumerateObject()
                     from method in path.Value.EnumerateObject()
                     where method.Value.TryGetProperty("parameters", out _)
                     from parameter in method.Value.GetProperty("parameters").EnumerateArray()
                     let name = parameter.GetProperty("name").GetString()
                     where parameter.GetProperty("in").GetString() == "query" && !LooksUp.Contains(name)
                     select $"{method.Value.GetProperty("operationId").GetString()}: {name}";

        Assert.Empty(others);
    }
}
