using System.Net;
using System.Net.Http.Headers;
using Community.Discussions;
using Community.Forums;
using Community.Shared.Site;
using Community.Web.Hosting;
using Community.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Hosting;

public sealed class SharedPageTests(ReadingSite site) : IClassFixture<ReadingSite>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Otherwise the watch would notice what the test before changed in the middle of this one.
    public async ValueTask InitializeAsync() => await site.Get<EpochWatch>().Look(Cancel);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/")]
    [InlineData("/forums")]
    [InlineData("/forums/help")]
    [InlineData("/forums/help?sort=hot")]
    [InlineData("/members/aki")]
    [InlineData("/tags/tin")]
    [InlineData("/rules")]
    [InlineData("topic")]
    public async Task A_visitors_page_has_no_cookie_and_no_form_to_post_and_comes_without_a_query_the_second_time(string path)
    {
        var topic = await site.Topic(site.Aki);
        await site.Reply(site.Ben, topic.Number);
        using var visitor = site.Browser();
        path = path == "topic" ? $"/t/{topic.Number}/{topic.Slug}" : path;

        using var first = await visitor.GetAsync(path, Cancel);
        var page = await first.Content.ReadAsStringAsync(Cancel);
        var (again, queries) = await site.Counted(visitor, path);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("method=\"post\"", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("__RequestVerificationToken", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", page, StringComparison.Ordinal);
        Assert.Equal(page, again);
        Assert.Equal(0, queries);
    }

    [Fact]
    public async Task A_browser_that_has_the_page_is_told_so_until_somebody_writes()
    {
        var topic = await site.Topic(site.Aki);
        var path = $"/t/{topic.Number}/{topic.Slug}";
        using var visitor = site.Browser();
        using var first = await visitor.GetAsync(path, Cancel);
        var tag = first.Headers.ETag!;

        using var unchanged = await visitor.SendAsync(Conditional(path, tag), Cancel);
        await site.Reply(site.Ben, topic.Number);
        using var changed = await visitor.SendAsync(Conditional(path, tag), Cancel);

        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_served_a_page_from_before_a_post_after_100_bursts_of_simultaneous_posts()
    {
        var topic = await site.Topic(site.Aki);
        var path = $"/t/{topic.Number}/{topic.Slug}";
        var browsers = Enumerable.Range(0, 4).Select(_ => site.Browser()).ToList();
        var stale = 0;

        for (var burst = 0; burst < 100; burst++)
        {
            var words = Enumerable.Range(0, 3).Select(n => $"burst-{burst}-{n}-end").ToList();
            var reading = browsers.Select(b => b.GetStringAsync($"{path}?page={PageOf(burst)}", Cancel)).ToList();
            await Task.WhenAll(words.Select((word, n) => site.Reply(n % 2 == 0 ? site.Ben : site.Aki, topic.Number, word)));
            var last = await site.Read(db => db.Topics.Where(t => t.Number == topic.Number).Select(t => db.Discussions.Single(d => d.Id == t.Id).LastNumber).SingleAsync());
            foreach (var browser in browsers)
            {
                var pages = string.Concat(await browser.GetStringAsync(At(path, last), Cancel), await browser.GetStringAsync(At(path, Math.Max(1, last - 3)), Cancel));
                stale += words.Count(word => !pages.Contains(word, StringComparison.Ordinal));
            }

            await Task.WhenAll(reading);
        }

        Assert.Equal(0, stale);
        browsers.ForEach(b => b.Dispose());

        static int PageOf(int burst) => DiscussionLimits.PageOf((3 * burst) + 1);
        static string At(string path, int number) => $"{path}?page={DiscussionLimits.PageOf(number)}";
    }

    [Fact]
    public async Task A_reaction_and_a_hidden_post_show_at_once()
    {
        var topic = await site.Topic(site.Aki);
        var reply = await site.Reply(site.Ben, topic.Number, "visible-until-hidden");
        var path = $"/t/{topic.Number}/{topic.Slug}";
        using var visitor = site.Browser();
        Assert.Contains("visible-until-hidden", await visitor.GetStringAsync(path, Cancel), StringComparison.Ordinal);

        ReadingSite.Must(await site.Get<ChangePostState>().Run(site.Moderator, new ChangePostState.Input(reply.PostId, PostState.Hidden, "Off topic"), Cancel));

        Assert.DoesNotContain("visible-until-hidden", await visitor.GetStringAsync(path, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_goes_away_does_not_stop_the_page_that_others_wait_for()
    {
        using var gone = new CancellationTokenSource();
        var http = new DefaultHttpContext { RequestServices = site.Get<IServiceProvider>(), RequestAborted = gone.Token };
        http.Request.Method = HttpMethods.Get;
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new SharedPageAttribute(Shows.Frame)), null));

        await ((IOutputCachePolicy)site.Get<SharedPagePolicy>()).CacheRequestAsync(new OutputCacheContext { HttpContext = http }, Cancel);
        await gone.CancelAsync();

        Assert.False(http.RequestAborted.IsCancellationRequested);
    }

    [Fact]
    public async Task Every_language_and_theme_has_its_own_page_and_unknown_parameters_none()
    {
        using var visitor = site.Browser();
        await visitor.GetStringAsync("/forums", Cancel);

        var japanese = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/forums") { Headers = { { "Accept-Language", "ja" } } }, Cancel);
        var dark = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/forums") { Headers = { { "Cookie", "theme=dark" } } }, Cancel);
        var (tracked, queries) = await site.Counted(visitor, "/forums?utm_source=mail&x=1");

        Assert.Contains("<html lang=\"ja\">", await japanese.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("data-theme=\"dark\"", await dark.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(0, queries);
        Assert.DoesNotContain("utm_source", tracked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_members_page_is_theirs_alone()
    {
        using var member = await site.BrowserOf(site.Aki);
        using var visitor = site.Browser();

        var own = await member.GetStringAsync("/forums/help", Cancel);
        var everybodys = await visitor.GetStringAsync("/forums/help", Cancel);

        Assert.Contains("/account/logout", own, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/logout", everybodys, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/logout", await visitor.GetStringAsync("/forums/help", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_process_changed_shows_after_the_next_look()
    {
        using var visitor = site.Browser();
        await visitor.GetStringAsync("/forums", Cancel);
        var watch = site.Get<EpochWatch>();
        await watch.Look(Cancel);
        await site.Arrange(db =>
        {
            var settings = db.Find<SiteSettings>(SiteSettings.TheOne)!;
            settings.Tagline = new("", "");
            settings.Epoch++;
            settings.Name = "Renamed " + settings.Epoch;
        });

        await watch.Look(Cancel);

        Assert.Contains("Renamed ", await visitor.GetStringAsync("/forums", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_compressed_once_for_visitors_and_never_for_members()
    {
        using var visitor = site.Browser();
        using var member = await site.BrowserOf(site.Ben);
        visitor.DefaultRequestHeaders.AcceptEncoding.Add(new("br"));
        member.DefaultRequestHeaders.AcceptEncoding.Add(new("br"));

        using var shared = await visitor.GetAsync("/forums", Cancel);
        using var again = await visitor.GetAsync("/forums", Cancel);
        using var own = await member.GetAsync("/forums", Cancel);

        Assert.Equal(["br"], shared.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], again.Content.Headers.ContentEncoding);
        Assert.Empty(own.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("br;q=0", null)]
    [InlineData("br;q=0.000, gzip", "gzip")]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP;q=0.5", "gzip")]
    [InlineData("gzip, br;q=0.1", "br")]
    [InlineData("identity", null)]
    [InlineData("*", null)]
    [InlineData("brotli, gzipped", null)]
    [InlineData("br;q=maybe", null)]
    [InlineData(" , ;;", null)]
    [InlineData("", null)]
    public async Task Nobody_is_sent_an_encoding_that_they_did_not_ask_for_whoever_filled_the_cache(string accepted, string? encoding)
    {
        using var visitor = site.Browser();
        var (filledBefore, filledAfter) = (await site.Topic(site.Aki), await site.Topic(site.Aki));
        foreach (var plain in (string[])["br", "gzip", "identity"])
            await Encoding(filledBefore, plain);

        Assert.Equal(encoding, await Encoding(filledBefore, accepted));
        Assert.Equal(encoding, await Encoding(filledAfter, accepted));
        Assert.Equal(("br", "gzip", null), (await Encoding(filledAfter, "br"), await Encoding(filledAfter, "gzip"), await Encoding(filledAfter, "identity")));

        async Task<string?> Encoding(StartTopic.Started topic, string encodings)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/t/{topic.Number}/{topic.Slug}");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
            using var answer = await visitor.SendAsync(request, Cancel);
            var said = answer.Content.Headers.ContentEncoding.SingleOrDefault();
            Assert.Equal(said is null, (await answer.Content.ReadAsStringAsync(Cancel)).Contains("</html>", StringComparison.Ordinal));
            return said;
        }
    }

    private static HttpRequestMessage Conditional(string path, EntityTagHeaderValue tag) => new(HttpMethod.Get, path) { Headers = { IfNoneMatch = { tag } } };
}
