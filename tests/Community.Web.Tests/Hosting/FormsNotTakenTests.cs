using System.Net;
using Community.Testing;

namespace Community.Web.Tests.Hosting;

/// <summary>Forms that no page takes: their sender is told what to do, on a page.</summary>
public sealed class FormsNotTakenTests : IAsyncLifetime
{
    // In development the framework writes words of its own.
    private readonly RunningApp app = new() { Settings = ["--environment", "Production", "--Community:MigrateAtStart=true"] };

    [Theory]
    [InlineData("/account/login")]
    [InlineData("/account/forgot")]
    [InlineData("/")]
    public async Task A_form_without_its_token_is_answered_by_a_page_that_says_how_to_go_on(string path)
    {
        var (status, page) = await Send(path, [new("email", "a@example.com")]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("what you typed still stands", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_more_than_can_be_sent_is_answered_by_a_page_that_says_so()
    {
        var (status, page) = await Send("/account/login", [new("email", new string('a', 3_000_000))]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("more than can be sent at once", page, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Page)> Send(string path, KeyValuePair<string, string>[] fields)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Address) };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(path, form, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
