using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>Makes a topic a live thread, changes how it is run, or makes it a topic like others again.</summary>
public sealed class RunLiveThread(CommunityData data, TimeProvider time)
{
    public static readonly TimeSpan ShortestSlow = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan LongestSlow = TimeSpan.FromDays(1);

    /// <summary>So many can be told apart from everybody else.</summary>
    private const int MostHosts = 20;

    /// <param name="TopicNumber">The public number of the topic.</param>
    /// <param name="IsLive">Whether it is one from now on; where not, the rest does not count.</param>
    /// <param name="IsReadOnly">Only hosts and moderators write.</param>
    /// <param name="SlowSeconds">The shortest time between two posts of one member, from 15 seconds to a day; null for none.</param>
    /// <param name="SlowUntil">When that ends by itself; null for never.</param>
    /// <param name="Hosts">Handles, with or without @.</param>
    /// <param name="Reason">For the log.</param>
    public sealed record Input(long TopicNumber, bool IsLive, bool IsReadOnly, int? SlowSeconds, DateTimeOffset? SlowUntil, IReadOnlyList<string> Hosts, string? Reason);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (!input.IsLive)
                return await Set(db, actor, input.TopicNumber, LiveThread.None, input.Reason, cancel);
            if (input.SlowSeconds is { } slow && (slow < ShortestSlow.TotalSeconds || slow > LongestSlow.TotalSeconds))
                return Problem.Invalid("slow", "slow-interval");
            if (input.SlowUntil <= time.GetUtcNow())
                return Problem.Invalid("slow-until", "slow-until-past");
            var hosts = await HostsOf(db, input.Hosts, cancel);
            if (hosts.Problem is { } unknown)
                return unknown;
            var until = input.SlowSeconds is null ? null : input.SlowUntil;
            return await Set(db, actor, input.TopicNumber, new LiveThread(true, input.IsReadOnly, input.SlowSeconds, until, hosts.Value!), input.Reason, cancel);
        },
        cancel);

    /// <summary>For undoing: as the log says that it was.</summary>
    internal Task<Result<Done>> Restore(Actor actor, long topicNumber, LiveThread before, string reason, CancellationToken cancel) =>
        data.Write(db => Set(db, actor, topicNumber, before, reason, cancel), cancel);

    private async Task<Result<Done>> Set(CommunityDb db, Actor actor, long topicNumber, LiveThread wanted, string? reason, CancellationToken cancel)
    {
        if (await TopicRow.Find(db, topicNumber) is not { Topic: var topic, Discussion: var discussion } row)
            return Problem.NotFound();
        if (ForumRules.WhyNotModerate(actor, topic, time.GetUtcNow()) is { } refused)
            return refused;
        var before = new LiveThread(topic.IsLive, topic.IsReadOnly, topic.SlowSeconds, topic.SlowUntil, await row.Hosts(db, cancel));
        if (before.ToString() == wanted.ToString())
            return Done.Yes;
        if (StaffReason.WhyNot(reason) is { } noReason)
            return noReason;

        (topic.IsLive, topic.IsReadOnly, topic.SlowSeconds, topic.SlowUntil) = (wanted.IsLive, wanted.IsReadOnly, wanted.SlowSeconds, wanted.SlowUntil);
        foreach (var former in before.Hosts.Except(wanted.Hosts))
            db.TopicHosts.Remove(await db.TopicHosts.FirstAsync(h => h.TopicId == topic.Id && h.MemberId == former, cancel));
        // Undone after one of them was erased, the others are hosts again.
        foreach (var host in await db.Members.Where(m => wanted.Hosts.Contains(m.Id) && m.State != MemberState.Erased).Select(m => m.Id).ToListAsync(cancel))
        {
            if (!before.Hosts.Contains(host))
                db.TopicHosts.Add(new TopicHost { TopicId = topic.Id, MemberId = host });
        }

        // Their posts look otherwise from now on, also in pages that are open.
        long?[] marked = [.. before.Hosts.Except(wanted.Hosts), .. wanted.Hosts.Except(before.Hosts)];
        var change = discussion.Change();
        if (marked.Length > 0)
            await db.Posts.Where(p => p.DiscussionId == topic.Id && marked.Contains(p.AuthorId)).ExecuteUpdateAsync(p => p.SetProperty(x => x.ChangeNumber, change), cancel);
        db.Raise(new StaffActed(
            actor.MemberId, "run-live-thread", new ContentRef(ContentKind.Topic, topic.Id), topic.AuthorId, reason!.Trim(), before.ToString(), wanted.ToString()));
        return Done.Yes;
    }

    private static async Task<Result<List<long>>> HostsOf(CommunityDb db, IReadOnlyList<string> handles, CancellationToken cancel)
    {
        var wanted = handles.Select(handle => handle.Trim().TrimStart('@')).Where(handle => handle.Length > 0).Distinct().ToList();
        if (wanted.Count > MostHosts)
            return Problem.Invalid("hosts", "too-many-hosts", ("max", MostHosts));
        var hosts = new List<long>();
        foreach (var handle in wanted)
        {
            var key = HandleSkeleton.Of(handle);
            if (await db.Members.Where(m => m.HandleKey == key && m.Handle == handle && m.State == MemberState.Active).Select(m => (long?)m.Id).FirstOrDefaultAsync(cancel) is not { } id)
                return Problem.Invalid("hosts", "host-unknown", ("handle", handle));
            hosts.Add(id);
        }

        return hosts;
    }
}
