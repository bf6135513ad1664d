using System.Net;
using System.Text.RegularExpressions;
using Community.Browser.Tests.People;
using Microsoft.Playwright;

namespace Community.Browser.Tests.BadInput;

/// <summary>Every payload of the lists, once in each place where a page shows what somebody typed.</summary>
public sealed partial class NothingRunsTests(Browser browser, HostileSite site) : IClassFixture<HostileSite>
{
    private const int FormsPerPage = 100;

    [Fact]
    public async Task Nothing_runs_as_text_address_or_file_name_of_a_post_or_as_its_author()
    {
        await using var visitor = await browser.Visit();
        var canary = await Canary.Watches(visitor);
        var found = new List<string>();

        foreach (var topic in site.Topics)
            found.AddRange(await canary.Sees(site.Address + topic));

        Assert.True(found.Count == 0, string.Join('\n', found.Take(10)));
        Assert.NotEmpty(site.Topics);
    }

    [Fact]
    public async Task Nothing_runs_as_a_title_in_a_list()
    {
        await using var visitor = await browser.Visit();
        var canary = await Canary.Watches(visitor);
        var found = new List<string>();
        var seen = 0;

        for (var next = site.Address + HostileSite.Titles; next.Length > 0; next = await Next(visitor.Page))
        {
            found.AddRange(await canary.Sees(next));
            seen += await visitor.Page.Locator("main a[href^='/t/']:is(h2 a, h3 a)").CountAsync();
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Take(10)));
        Assert.Equal(site.All.Count + site.Topics.Count, seen);
    }

    [Fact]
    public async Task Nothing_runs_in_the_fields_of_a_form_that_was_refused()
    {
        await using var visitor = await browser.Visit();
        var owner = new Person(visitor, site.Address, Words.English);
        await owner.SignsIn(HostileSite.OwnerEmail);
        using var client = await Client(visitor);
        var page = await client.GetStringAsync("/forums/general/new", TestContext.Current.CancellationToken);
        var token = WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value);
        var canary = await Canary.Watches(visitor);
        var found = new List<string>();

        foreach (var payloads in site.All.Chunk(FormsPerPage))
        {
            var forms = await Task.WhenAll(payloads.Select(payload => Refused(client, token, payload)));
            // Without the headers of the app: here a handler that got in would run.
            await using var shown = await StaticSite.Serve($"<!DOCTYPE html><html lang=\"en\"><title>Forms</title>{string.Concat(forms)}</html>");
            found.AddRange(await canary.Sees(shown.Address + "/"));
            Assert.Equal(payloads.Select(InField), await Values(visitor.Page));
            Assert.Equal(payloads.Length, await visitor.Page.Locator("form").CountAsync());
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Take(10)));
    }

    private static async Task<string> Refused(HttpClient client, string token, string payload)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "topic",
            ["__RequestVerificationToken"] = token,
            ["title"] = payload,
            ["body"] = "",
            ["tags"] = payload,
            ["step"] = "post",
        });
        using var answer = await client.PostAsync("/forums/general/new", form, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{(int)answer.StatusCode} for {payload}");
        return Form().Match(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value;
    }

    private static async Task<HttpClient> Client(Visitor visitor)
    {
        var cookies = await visitor.Page.Context.CookiesAsync();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(new Uri(visitor.Page.Url), "/") };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        return client;
    }

    private static async Task<string> Next(IPage page) =>
        await page.EvaluateAsync<string?>("() => document.querySelector('a[rel=next]')?.href") ?? "";

    private static Task<string[]> Values(IPage page) =>
        page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('input[name=title]')].map(field => field.value)");

    /// <summary>A field of one line drops line ends, and the server takes U+0000 out.</summary>
    private static string InField(string typed) => string.Concat(typed.Where(c => c is not ('\r' or '\n' or '\0')));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]*)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<form class=\"form\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();
}
