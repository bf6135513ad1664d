using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Community.Web.Forums;

/// <summary>
/// What has changed on a page of a topic, for browsers that have it open. What many see alike is read and drawn once for
/// all of them, a post once for as long as it stays as it is; and only a few are at it at a time, so that a thousand open
/// pages which hear of a reply do not keep the next one waiting.
/// </summary>
internal sealed class TopicFragments(
    ReadTopic topics, ReadSharedTopic sharedTopics, TopicIds ids, ContentVersions versions, FragmentAssets assets, IServiceScopeFactory scopes, IOptions<PostLimits> limits, TimeProvider time) : IDisposable
{
    // A change makes what is kept old; this is for what time alone does.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    // Ten times a second a page is read anew, however often somebody writes in it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly PacedWork<Place, Seen> views = new(time, Pause, Kept, 100);
    private readonly SharedWork<object, byte[]> pieces = new(Kept, 2_000);
    private readonly SemaphoreSlim turns = new(Math.Max(2, Environment.ProcessorCount));

    /// <param name="http">The request.</param>
    /// <param name="current">Who asks.</param>
    /// <param name="number">The topic's public number.</param>
    /// <param name="page">From 1.</param>
    /// <param name="after">The change number that the browser has.</param>
    public async Task<IResult> Of(HttpContext http, CurrentActor current, long number, int page, long after)
    {
        assets.Give(http);
        if (current.Actor.Anybody() is { } anybody && await ids.Of(number, http.RequestAborted) is { } id)
        {
            var place = new Place(number, page, anybody.IsMember ? anybody.Trust : null);
            var seen = await views.Of(place, () => versions.Site + versions.Discussion(id), version => InTurn(() => See(place, anybody, version)));
            if (seen.Shared is { } shared && !await sharedTopics.IsOtherwiseFor(current.Actor, shared, after, http.RequestAborted))
            {
                var nobody = new CurrentActor { Actor = anybody, Site = current.Site, Language = current.Language, TimeZone = current.TimeZone };
                return await Together(http, nobody, seen, shared.View, after);
            }
        }

        return await InTurn<IResult>(async () =>
        {
            var read = await topics.Run(current.Actor, number, page, http.RequestAborted);
            if (!read.Ok)
                return Results.NotFound();
            await new RazorComponentResult<TopicChanges>(new { View = read.Value, Reader = ReaderOf(current, read.Value), After = after }).ExecuteAsync(http);
            return Results.Empty;
        });
    }

    public void Dispose()
    {
        views.Dispose();
        pieces.Dispose();
        turns.Dispose();
    }

    private async Task<Seen> See(Place place, Actor anybody, long version)
    {
        var site = versions.Site;
        return new Seen(place, version, site, (await sharedTopics.Run(anybody, place.Number, place.Page)).Value);
    }

    /// <summary>Puts together what was drawn, and draws what was not.</summary>
    private async Task<IResult> Together(HttpContext http, CurrentActor nobody, Seen seen, TopicView view, long after)
    {
        var (reader, wording) = (ReaderOf(nobody, view), new Wording(nobody.Language, nobody.TimeZone));
        var markup = new List<byte[]> { await pieces.Of((seen.Place, seen.Version, wording), () => Drawn<TopicChanges>(http, nobody, new { View = view, Reader = reader, After = long.MaxValue })) };
        foreach (var post in view.Posts.Where(p => p.ChangeNumber > after))
        {
            var piece = new Piece(
                post.Id, post.ChangeNumber, seen.Place.Trust, seen.Site, reader.Address, reader.CanReply, post.Id == reader.AnswerPostId, post.Author is { } author && reader.Hosts.Contains(author.Id), post.ReplyToName, wording);
            markup.Add(await pieces.Of(piece, () => Drawn<PostArticle>(http, nobody, new { Post = post, Reader = reader })));
        }

        return Results.Stream(
            async body =>
            {
                foreach (var piece in markup)
                    await body.WriteAsync(piece);
            },
            "text/html; charset=utf-8");
    }

    /// <summary>Drawn in a request of its own, in which nothing is known of whoever asks first.</summary>
    private Task<byte[]> Drawn<TComponent>(HttpContext http, CurrentActor nobody, object parameters)
        where TComponent : IComponent => InTurn(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        (current.Actor, current.Site, current.Language, current.TimeZone) = (nobody.Actor, nobody.Site, nobody.Language, nobody.TimeZone);
        var written = new MemoryStream();
        var drawing = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (drawing.Request.Scheme, drawing.Request.Host, drawing.Request.Path, drawing.Response.Body) = (http.Request.Scheme, http.Request.Host, http.Request.Path, written);
        drawing.SetEndpoint(http.GetEndpoint());
        await new RazorComponentResult<TComponent>(parameters).ExecuteAsync(drawing);
        return written.ToArray();
    });

    private PostReader ReaderOf(CurrentActor current, TopicView view) => TopicReading.ReaderOf(current, view, limits.Value, time.GetUtcNow());

    private async Task<T> InTurn<T>(Func<Task<T>> work)
    {
        await turns.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            turns.Release();
        }
    }

    /// <param name="Number">The topic's.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="Trust">Of the members who see it; null for visitors.</param>
    private sealed record Place(long Number, int Page, TrustLevel? Trust);

    /// <param name="Place">What was looked at.</param>
    /// <param name="Version">Of all that it shows.</param>
    /// <param name="Site">The site's version.</param>
    /// <param name="Shared">Null where there is no such page.</param>
    private sealed record Seen(Place Place, long Version, long Site, SharedTopicView? Shared);

    private sealed record Wording(string Language, string Zone);

    /// <summary>All that a post's markup depends on: what it is now, and what may be done with it by whoever it is no post of.</summary>
    private sealed record Piece(long Post, long Change, TrustLevel? Trust, long Site, string Address, bool CanReply, bool IsAnswer, bool IsHost, string? ReplyTo, Wording Wording);
}
