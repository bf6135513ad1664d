using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>How fast one person may post. Asked inside the write, so that two at once are not both the first.</summary>
internal static class PostPace
{
    private static readonly TimeSpan FirstDay = TimeSpan.FromDays(1);

    private static readonly Func<CommunityDb, long, long, string, IAsyncEnumerable<Recent>> Since = EF.CompileAsyncQuery(
        (CommunityDb db, long author, long first, string body) => db.Posts.AsNoTracking()
            .Where(p => p.AuthorId == author && p.Id >= first)
            .Select(p => new Recent(p.CreatedAt, p.Body == body && p.State != PostState.RemovedByAuthor)));

    public static async Task<Problem?> WhyNot(
        CommunityDb db, Member author, Author writer, string body, bool mayRepeat, bool isReply, PostLimits limits, DateTimeOffset now, CancellationToken cancel)
    {
        var interval = writer.IsOfficial ? TimeSpan.Zero : limits.IntervalOf(author.Trust);
        var window = limits.DuplicateWindow > interval ? limits.DuplicateWindow : interval;
        if (window > TimeSpan.Zero)
        {
            await foreach (var recent in Since(db, author.Id, Ids.First(now - window), body).WithCancellation(cancel))
            {
                if (recent.At + interval > now)
                    return Problem.TooFast("post-too-soon", recent.At + interval - now);
                if (!mayRepeat && recent.IsSame && recent.At + limits.DuplicateWindow > now)
                    return Problem.Invalid("body", "body-repeated", ("minutes", (int)Math.Ceiling(limits.DuplicateWindow.TotalMinutes)));
            }
        }

        return isReply && writer.IsNew && now - author.JoinedAt < FirstDay ? await FirstDayIsFull(db, author, limits, now, cancel) : null;
    }

    private static async Task<Problem?> FirstDayIsFull(CommunityDb db, Member author, PostLimits limits, DateTimeOffset now, CancellationToken cancel)
    {
        var joined = Ids.First(author.JoinedAt);
        var replies = await db.Posts.CountAsync(p => p.AuthorId == author.Id && p.Id >= joined && p.Number > 1, cancel);
        return replies < limits.FirstDayReplies ? null : Problem.TooFast("first-day-replies", author.JoinedAt + FirstDay - now);
    }

    private sealed record Recent(DateTimeOffset At, bool IsSame);
}
