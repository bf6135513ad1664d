using Community.Data;
using Community.Discussions;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>How fast one person may start topics. The pace of posts comes on top.</summary>
internal static class TopicPace
{
    private static readonly TimeSpan FirstDay = TimeSpan.FromDays(1);

    public static async Task<Problem?> WhyNot(CommunityDb db, Member author, Author writer, ForumLimits limits, DateTimeOffset now, CancellationToken cancel)
    {
        if (writer.IsOfficial)
            return null;
        var recent = Ids.First(now - limits.TopicInterval);
        var last = await db.Topics.Where(t => t.AuthorId == author.Id && t.Id >= recent).MaxAsync(t => (DateTimeOffset?)t.CreatedAt, cancel);
        if (last is { } at && at + limits.TopicInterval > now)
            return Problem.TooFast("topic-too-soon", at + limits.TopicInterval - now);

        if (!writer.IsNew || now - author.JoinedAt >= FirstDay)
            return null;
        var joined = Ids.First(author.JoinedAt);
        var started = await db.Topics.CountAsync(t => t.AuthorId == author.Id && t.Id >= joined, cancel);
        return started < limits.FirstDayTopics ? null : Problem.TooFast("first-day-topics", author.JoinedAt + FirstDay - now);
    }
}
