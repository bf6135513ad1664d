using System.Text.Json;
using Community.Browser.Tests.Seeded;
using Community.Testing;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Pages;

/// <summary>Every page as the server sends it, read by html-validate with the rules that it recommends and those of the standard.</summary>
public sealed class PageMarkupTests(Browser browser, SeededSite site, Readers readers) : IClassFixture<Readers>
{
    [Theory]
    [InlineData("visitors")]
    [InlineData("members")]
    [InlineData("staff")]
    public async Task Html_validate_finds_nothing(string whose)
    {
        var folder = Directory.CreateTempSubdirectory("community-pages-");
        try
        {
            var names = (whose switch { "visitors" => PageToSee.OfVisitors, "members" => PageToSee.OfMembers, _ => PageToSee.OfStaff }).Select(row => row.Data).ToList();
            foreach (var name in names)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{PageToSee.IndexOf(name)}.html"), await Sent(name));

            // Into a file: it ends before all of it went through a pipe.
            var report = Path.Combine(folder.FullName, "report.json");
            var (_, said) = await Strangers.Read("html-validate", "bin/html-validate.mjs", "--config", "html-validate.config.mjs", "--formatter", "json=" + report, folder.FullName);

            Assert.True(File.Exists(report), said);
            Assert.Equal([], Complaints(await File.ReadAllTextAsync(report), names));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What came last, as it came: what scripts make of it later is not the server's.</summary>
    private async Task<string> Sent(string name)
    {
        var page = PageToSee.Named(name);
        var words = PageToSee.IndexOf(name) % 2 == 0 ? People.Words.Japanese : People.Words.English;
        var person = await readers.Get(browser, site, new(page.Who, words), ColorScheme.Light, isNarrow: false);
        for (var attempt = 1; ; attempt++)
        {
            Task<string>? last = null;
            void Keep(object? sender, IResponse answer) => last = IsPage(answer) ? answer.TextAsync() : last;
            person.Page.Response += Keep;
            await person.Opens(page.Path(site.Places));
            if (page.First is { } first)
                await first(person);
            person.Page.Response -= Keep;
            try
            {
                return await last!;
            }
            catch (PlaywrightException gone) when (attempt < 3 && gone.Message.Contains("No data found", StringComparison.Ordinal))
            {
                // The browser had let go of the answer before it was asked for it.
            }
        }
    }

    // Scripts ask for fragments as well.
    private static bool IsPage(IResponse answer) =>
        answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal) &&
        (answer.Request.IsNavigationRequest || answer.Request.Headers.GetValueOrDefault("accept", "").Contains("enhanced-nav", StringComparison.Ordinal));

    private static List<string> Complaints(string report, List<string> names)
    {
        using var read = JsonDocument.Parse(report);
        return
        [
            .. from file in read.RootElement.EnumerateArray()
               let name = names.Single(n => $"{PageToSee.IndexOf(n)}.html" == Path.GetFileName(file.GetProperty("filePath").GetString()))
               from message in file.GetProperty("messages").EnumerateArray()
               select $"{name}: {message.GetProperty("ruleId")} at {message.GetProperty("selector")}: {message.GetProperty("message")}",
        ];
    }
}
