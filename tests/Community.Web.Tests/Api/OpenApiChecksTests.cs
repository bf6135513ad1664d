using System.Text.Json;
using Community.Testing;

namespace Community.Web.Tests.Api;

/// <summary>The document as strangers' tools read it, with their own rules and without an exception.</summary>
[Collection(nameof(ApiSite))]
public sealed class OpenApiChecksTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spectral_finds_nothing()
    {
        using var document = await Saved();

        var (exit, said) = await Strangers.Read("@stoplight/spectral-cli", "dist/index.js", "lint", document.Path, "--ruleset", ".spectral.yaml", "--fail-severity", "hint");

        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task Redocly_finds_nothing()
    {
        using var document = await Saved();

        var (_, said) = await Strangers.Read("@redocly/cli", "bin/cli.js", "lint", document.Path, "--extends", "recommended", "--format", "json");

        using var report = JsonDocument.Parse(said[said.IndexOf('{')..(said.LastIndexOf('}') + 1)]);
        Assert.True(report.RootElement.GetProperty("problems").GetArrayLength() == 0, said);
    }

    private async Task<TemporaryFile> Saved()
    {
        using var http = new HttpClient();
        var file = new TemporaryFile();
        await File.WriteAllBytesAsync(file.Path, await http.GetByteArrayAsync(site.Address + "/openapi/v1.json", Cancel), Cancel);
        return file;
    }

    private sealed class TemporaryFile : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-openapi-");

        public string Path => System.IO.Path.Combine(folder.FullName, "v1.json");

        public void Dispose() => folder.Delete(recursive: true);
    }
}
