using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Community.Shared.Site;

namespace Community.Web.Hosting;

/// <summary>
/// Numbers that rise whenever something that pages show has changed on this node. A page is kept under the numbers that
/// were read before it was rendered, so one that was rendered before a change is never found after it.
/// </summary>
public sealed class ContentVersions : IAfterCommit<DiscussionChanged>, IAfterCommit<SiteChanged>
{
    // Bounded whatever the number of discussions: two that share a stripe only make each other old.
    private const int Stripes = 1 << 14;
    private readonly long[] discussions = new long[Stripes];
    private long lists;
    private long ideaNames;
    private long site;

    /// <summary>Brand, settings, handles, erasures: everything.</summary>
    public long Site => Volatile.Read(ref site);

    /// <summary>Whatever stands in a list of topics or posts.</summary>
    public long Lists => Volatile.Read(ref lists);

    /// <summary>Whatever pages of ideas say of other ideas: their titles, and whether they may be read.</summary>
    public long IdeaNames => Volatile.Read(ref ideaNames);

    public long Discussion(long id) => Volatile.Read(ref discussions[Stripe(id)]);

    /// <summary>Makes every page old.</summary>
    public void BumpSite() => Interlocked.Increment(ref site);

    public Task AfterCommit(DiscussionChanged happened, CancellationToken cancel)
    {
        Interlocked.Increment(ref discussions[Stripe(happened.DiscussionId)]);
        Interlocked.Increment(ref lists);
        if (happened is { SubjectKind: ContentKind.Idea, IsOfSubject: true })
            Interlocked.Increment(ref ideaNames);
        return Task.CompletedTask;
    }

    public Task AfterCommit(SiteChanged happened, CancellationToken cancel)
    {
        BumpSite();
        return Task.CompletedTask;
    }

    private static int Stripe(long id) => (int)(unchecked((ulong)id * 0x9E3779B97F4A7C15UL) >> 50);
}
