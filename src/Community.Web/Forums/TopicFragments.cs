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
    ReadTopic topics, ReadSharedTopic sharedTopics, SubjectIds ids, ContentVersions versions, FragmentAssets assets, IServiceScopeFactory scopes, IOptions<PostLimits> limits, TimeProvider time) : IDisposable
{
    // A change makes what is kept old; this is for what time alone does.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    // Ten times a second a page is read anew, however often somebody writes in it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly PacedWork<Place, Seen> views = new(time, Pause, Kept, 500);
    private readonly SharedWork<object, byte[]> pieces = new(Kept, 32 * 1024 * 1024);
    private readonly SemaphoreSlim turns = new(Math.Max(2, Environment.ProcessorCount));

    /// <param name="http">The request.</param>
    /// <param name="current">Who asks.</param>
    /// <param name="number">The topic's public number.</param>
    /// <param name="page">From 1.</param>
    /// <param name="after">The change number that the browser has.</param>
    public async Task<IResult> Of(HttpContext http, CurrentActor current, long number, int page, long after)
    {
        if (await ids.Of(ContentKind.Topic, number, http.RequestAborted) is not { } id || page < 1)
            return Results.NotFound();
        if (current.Actor.Anybody() is { } anybody)
        {
            var place = new Place(number, page, anybody.IsMember ? anybody.Trust : null);
            var seen = await views.Of(place, () => versions.Site + versions.Discussion(id), version => InTurn(() => See(place, anybody, version)));
            if (seen.Shared is { } shared && !await sharedTopics.IsOtherwiseFor(current.Actor, shared, after, http.RequestAborted))
            {
                var nobody = new CurrentActor { Actor = anybody, Site = current.Site, Language = current.Language, TimeZone = current.TimeZone };
                return Written(await Together(http, nobody, seen, shared.View, after));
            }
        }

        var read = await InTurn(() => topics.Run(current.Actor, number, page, http.RequestAborted), http.RequestAborted);
        return read.Ok
            ? Written([await Drawn<TopicChanges>(http, current, new { View = read.Value, Reader = ReaderOf(current, read.Value), After = after })])
            : Results.NotFound();
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
    private async Task<List<byte[]>> Together(HttpContext http, CurrentActor nobody, Seen seen, TopicView view, long after)
    {
        var (reader, wording) = (ReaderOf(nobody, view), new Wording(nobody.Language, nobody.TimeZone));
        var markup = new List<byte[]>
        {
            await pieces.Of((seen.Place, seen.Version, view.Head.ChangeNumber, wording), 16_384, () => Drawn<TopicChanges>(http, nobody, new { View = view, Reader = reader, After = long.MaxValue })),
        };
        foreach (var post in view.Posts.Where(p => p.ChangeNumber > after))
        {
            var piece = new Piece(
                post.Id, post.ChangeNumber, seen.Place.Trust, seen.Site, reader.Address, reader.CanReply, post.Id == reader.AnswerPostId, post.Author is { } author && reader.Hosts.Contains(author.Id), post.ReplyToName, wording);
            // Three bytes for a letter, and what stands around the text.
            markup.Add(await pieces.Of(piece, (post.Html.Length * 3) + 8_192, () => Drawn<PostArticle>(http, nobody, new { Post = post, Reader = reader })));
        }

        return markup;
    }

    /// <summary>
    /// Drawn in a request of its own, in which nothing is known of whoever asks but what is said here, and which nobody's
    /// browser holds up.
    /// </summary>
    private Task<byte[]> Drawn<TComponent>(HttpContext http, CurrentActor reader, object parameters)
        where TComponent : IComponent => InTurn(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        (current.Actor, current.Site, current.Language, current.TimeZone) = (reader.Actor, reader.Site, reader.Language, reader.TimeZone);
        var written = new MemoryStream();
        var drawing = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        // Of the framework's asking: no address in a fragment is made of it.
        (drawing.Request.Scheme, drawing.Request.Host, drawing.Request.Path, drawing.Response.Body) = (Uri.UriSchemeHttps, new HostString("localhost"), "/", written);
        // A token would go to others.
        drawing.Items[SharedPagePolicy.IsShared] = SharedPagePolicy.IsShared;
        drawing.SetEndpoint(http.GetEndpoint());
        assets.Give(drawing);
        await new RazorComponentResult<TComponent>(parameters).ExecuteAsync(drawing);
        return written.ToArray();
    });

    /// <summary>To the browser at its own pace, outside of every turn.</summary>
    private static IResult Written(IReadOnlyList<byte[]> markup) => Results.Stream(
        async body =>
        {
            foreach (var piece in markup)
                await body.WriteAsync(piece);
        },
        "text/html; charset=utf-8");

    private PostReader ReaderOf(CurrentActor current, TopicView view) => TopicReading.ReaderOf(current, view, limits.Value, time.GetUtcNow());

    private async Task<T> InTurn<T>(Func<Task<T>> work, CancellationToken cancel = default)
    {
        await turns.WaitAsync(cancel);
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
