using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>Keeps a topic's hot key in step with the reactions to all of its posts.</summary>
internal sealed class TopicHeat : IHandle<ReactionChanged>
{
    public async Task Handle(ReactionChanged happened, CommunityDb db, CancellationToken cancel)
    {
        if (happened.SubjectKind != ContentKind.Topic || await db.Topics.FindAsync([happened.DiscussionId], cancel) is not { } topic)
            return;
        if (happened.TakenBack is { } gone)
            topic.Hot = HotKey.TryRemove(topic.Hot, gone, out var rest) ? rest : await FromLedger(db, topic.Id, cancel);
        if (happened.Given is { } at)
            topic.Hot = HotKey.Add(topic.Hot, at);
    }

    // The entry taken back is already saved as undone, the new one not yet.
    private static async Task<double?> FromLedger(CommunityDb db, long discussionId, CancellationToken cancel)
    {
        var reactions = await db.Posts.Where(p => p.DiscussionId == discussionId)
            .Join(db.Reactions.Where(r => r.UndoneAt == null), p => p.Id, r => r.PostId, (_, r) => new { r.At, r.Count })
            .ToListAsync(cancel);
        return HotKey.Sum(reactions.Select(r => (r.At, r.Count)));
    }
}
