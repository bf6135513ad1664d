using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Live;

/// <summary>Who else has a discussion open and who writes in it, for whoever may read it.</summary>
public sealed class ReadPresence(CommunityData data, LiveFeed feed, LivePresence presence)
{
    /// <summary>So many names; of the others the number.</summary>
    public const int Names = 3;

    public async Task<Result<PresenceView>> Run(Actor actor, long discussionId, CancellationToken cancel = default)
    {
        if (await feed.Standing(discussionId) is not { } standing || !standing.CanBeReadBy(actor))
            return Problem.NotFound();
        var present = presence.Of(discussionId);
        var (here, writing) = (Others(present.Here, actor), Others(present.Writing, actor));
        if (here.Count == 0)
            return PresenceView.Nobody;
        // Who writes is here; said once is enough.
        here = [.. here.Except(writing)];
        long[] named = [.. here.Take(Names), .. writing.Take(Names)];
        // Looked up each time: whoever chose not to be shown, or was erased, since they came is not.
        var people = await data.Read(db => db.Members.Where(m => named.Contains(m.Id) && !m.HidesPresence && m.State != MemberState.Erased).Select(m => new { m.Id, m.DisplayName }).ToDictionaryAsync(m => m.Id, m => m.DisplayName, cancel), cancel);
        return new PresenceView(Of(here, people), Of(writing, people));
    }

    private static List<long> Others(IReadOnlyList<long> members, Actor actor) => [.. members.Where(member => member != actor.MemberId)];

    private static PresentNames Of(List<long> members, Dictionary<long, string> people) =>
        new([.. members.Take(Names).Where(people.ContainsKey).Select(member => people[member])], Math.Max(0, members.Count - Names));
}
