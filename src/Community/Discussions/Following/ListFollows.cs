using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Following;

/// <summary>What a member follows or has muted, the latest choice first. What they may not read any more stays unnamed.</summary>
public sealed class ListFollows(CommunityData data, IEnumerable<IFollowTargets> targets)
{
    private const int PageSize = 30;

    /// <param name="Follow">What was said.</param>
    /// <param name="Where">Null where it is gone for this member.</param>
    public sealed record Line(Follow Follow, ContentName? Where);

    public async Task<Result<Page<Line>>> Run(Actor actor, FollowLevel level, string? after, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(after);
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read<Result<Page<Line>>>(
            async db =>
            {
                var own = db.Follows.Where(f => f.MemberId == me && f.Level == level);
                if (cursor is { } last)
                    own = own.Where(f => f.Id < last.Id);
                var rows = await own.OrderByDescending(f => f.Id).Take(PageSize + 1).ToListAsync(cancel);
                var page = Page<Follow>.Of(rows, PageSize, f => new Cursor(null, f.Id));
                var found = new Dictionary<(FollowKind, long), ContentName>();
                foreach (var kind in page.Items.GroupBy(f => f.Kind))
                {
                    foreach (var (id, name) in await targets.First(t => t.Kind == kind.Key).Find(db, actor, [.. kind.Select(f => f.TargetId)], cancel))
                        found[(kind.Key, id)] = name;
                }

                return new Page<Line>([.. page.Items.Select(f => new Line(f, found.GetValueOrDefault((f.Kind, f.TargetId))))], page.Next);
            },
            cancel);
    }
}
