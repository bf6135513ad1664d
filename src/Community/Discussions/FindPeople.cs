using Community.Data;
using Community.Discussions.Contract;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>
/// Whom somebody who writes may mean by what they typed after @: the people of the discussion first, the last to write before the
/// others, then whoever wrote lately anywhere that the asker can read, then everybody else.
/// </summary>
public sealed class FindPeople(CommunityData data, TimeProvider time)
{
    public const int Most = 10;

    /// <summary>As long as a display name may be; what is longer names nobody.</summary>
    public const int MaxText = 40;

    // How far back somebody is still known as one who wrote lately, and how many names are looked through: the same cost in every community.
    private const int LatePosts = 300;
    private const int NewestMembers = 5_000;

    /// <param name="Place">What is being written.</param>
    /// <param name="Text">The beginning of a handle, or a part of a name.</param>
    public sealed record Query(DraftPlace Place, string? Text);

    public async Task<Result<IReadOnlyList<PersonFound>>> Run(Actor actor, Query query, CancellationToken cancel = default)
    {
        if (actor.WhyNotTakePart(time.GetUtcNow()) is { } refused)
            return refused;
        return await data.Read<Result<IReadOnlyList<PersonFound>>>(db => Find(db, actor, query, cancel), cancel);
    }

    private static async Task<Result<IReadOnlyList<PersonFound>>> Find(CommunityDb db, Actor actor, Query query, CancellationToken cancel)
    {
        var discussion = await DiscussionOf(db, actor, query.Place, cancel);
        if (discussion is null && !IsNew(query.Place))
            return Problem.NotFound();

        var wanted = new NameMatch(query.Text);
        var found = new List<Member>();
        if (discussion is not null)
            Add(found, actor, wanted, await Authors(db, db.Posts.Where(p => p.DiscussionId == discussion.Id && p.State == PostState.Visible).OrderByDescending(p => p.Number).Take(DiscussionLimits.ParticipantWindow), cancel));
        if (found.Count < Most)
            Add(found, actor, wanted, await Authors(db, LateIn(db, actor), cancel));
        if (found.Count < Most && wanted.Text.Length > 0)
            Add(found, actor, wanted, await Others(db, wanted, cancel));
        return found.ConvertAll(member => new PersonFound(member.Handle, member.DisplayName, discussion is null || Actor.Of(member.Id, member.Handle, member.Role, member.Trust).CanSee(discussion.Audience)));
    }

    // A form that begins a discussion is in none yet.
    private static bool IsNew(DraftPlace place) => place.Kind is DraftKind.Topic or DraftKind.Idea;

    private static async Task<Discussion?> DiscussionOf(CommunityDb db, Actor actor, DraftPlace place, CancellationToken cancel)
    {
        if (IsNew(place))
            return null;
        // The opening decides, too: what waits or was hidden is not there for others.
        var post = place.Kind == DraftKind.Edit
            ? place.Id
            : await db.Posts.Where(p => p.DiscussionId == place.Id && p.Number == 1).Select(p => p.Id).FirstOrDefaultAsync(cancel);
        return (await db.FindPost(actor, post, cancel))?.Discussion;
    }

    private static IQueryable<Post> LateIn(CommunityDb db, Actor actor) => db.Posts
        .OrderByDescending(p => p.Id)
        .Take(LatePosts)
        .Where(p => p.State == PostState.Visible)
        .Join(db.Discussions.VisibleTo(actor), p => p.DiscussionId, d => d.Id, (p, _) => p)
        .OrderByDescending(p => p.Id);

    // In the order of their last posts.
    private static async Task<List<Member>> Authors(CommunityDb db, IQueryable<Post> posts, CancellationToken cancel)
    {
        var ids = (await posts.Select(p => p.AuthorId).ToListAsync(cancel)).OfType<long>().Distinct().ToList();
        var members = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
        return [.. members.OrderBy(m => ids.IndexOf(m.Id))];
    }

    private static async Task<List<Member>> Others(CommunityDb db, NameMatch wanted, CancellationToken cancel)
    {
        var members = db.Members.AsNoTracking().Where(m => m.State == MemberState.Active);
        var byHandle = new List<Member>();
        if (HandleSkeleton.Of(wanted.Text) is { Length: > 0 } start)
        {
            var end = start + '\uffff';
            byHandle = await members.Where(m => m.HandleKey.CompareTo(start) >= 0 && m.HandleKey.CompareTo(end) < 0).OrderBy(m => m.HandleKey).Take(Most).ToListAsync(cancel);
        }

        if (byHandle.Count == Most)
            return byHandle;
        var names = await members.OrderByDescending(m => m.Id).Take(NewestMembers).Select(m => new { m.Id, m.DisplayName }).ToListAsync(cancel);
        var ids = names.Where(m => wanted.Fits(m.DisplayName)).Take(Most * 2).Select(m => m.Id).ToList();
        return [.. byHandle, .. await members.Where(m => ids.Contains(m.Id)).OrderByDescending(m => m.PostCount).ToListAsync(cancel)];
    }

    private static void Add(List<Member> found, Actor actor, NameMatch wanted, IEnumerable<Member> members)
    {
        foreach (var member in members)
        {
            if (found.Count == Most)
                return;
            var isSomebody = member.State is MemberState.Active or MemberState.Imported && member.Id != actor.MemberId;
            if (isSomebody && wanted.Fits(member.Handle, member.DisplayName) && found.TrueForAll(other => other.Id != member.Id))
                found.Add(member);
        }
    }
}

/// <param name="CanRead">Whether they can read what they would be mentioned in.</param>
public sealed record PersonFound(string Handle, string Name, bool CanRead);
