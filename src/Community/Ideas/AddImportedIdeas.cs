using Community.Data;
using Community.Discussions;
using Community.Discussions.Seen;
using Community.Ideas.Boards;
using Community.Ideas.Merging;
using Community.Ideas.Votes;
using Community.Imports.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>Takes in boards and ideas from elsewhere with their comments, votes and tags, and brings every counter along.</summary>
internal sealed class AddImportedIdeas(Ids ids) : IHandle<IdeasImported>
{
    public async Task Handle(IdeasImported happened, CommunityDb db, CancellationToken cancel)
    {
        var boards = happened.Boards.Select(Row).ToDictionary(b => b.Id);
        db.IdeaBoards.AddRange(boards.Values);
        // Members that came with them must stand before what refers to them.
        await db.SaveChangesAsync(cancel);
        foreach (var source in happened.Ideas)
            await Add(db, source, boards[source.BoardId], cancel);
        await db.SaveChangesAsync(cancel);
        foreach (var source in happened.Ideas.Where(i => i.MergedIntoId is not null))
            Merge(db, source, boards[source.BoardId]);
        await db.SaveChangesAsync(cancel);
        foreach (var source in happened.Ideas)
            await IdeaTotals.Recount(db, (await db.Ideas.FindAsync([source.Id], cancel))!, cancel);
    }

    private async Task Add(CommunityDb db, ImportedIdea source, IdeaBoard board, CancellationToken cancel)
    {
        var discussion = new Discussion { Id = source.Id, SubjectKind = ContentKind.Idea, Audience = board.ReadAudience };
        discussion.ImportedUpTo(source.Posts[^1].Number);
        db.Discussions.Add(discussion);
        var posts = source.Posts.Select(p => ImportedPosts.Row(source.Id, p)).ToList();
        db.Posts.AddRange(posts);
        db.Reactions.AddRange(source.Posts.SelectMany(p => p.Reactions.Select(r => ImportedPosts.Row(p.Id, r))));

        var last = posts.Last(p => p.IsVisible);
        var answer = source.AnswerNumber is { } number ? posts[number - 1] : null;
        var idea = new Idea
        {
            Id = source.Id,
            Number = await db.NextNumber("idea", cancel),
            BoardId = board.Id,
            Title = source.Title,
            Slug = Slug.Of(source.Title),
            Language = source.Language,
            AuthorId = source.AuthorId,
            CreatedAt = source.CreatedAt,
            Audience = board.ReadAudience,
            AnswerPostId = answer?.Id,
            AnsweredAt = answer?.CreatedAt,
            CommentCount = posts.Count(p => p.IsVisible && p.Number > 1),
            LastPostId = last.Id,
            LastPostAt = last.CreatedAt,
            SeenCount = source.Seen,
        };
        idea.Become(Enum.Parse<IdeaStatus>(source.Status), source.StatusAt);
        db.Ideas.Add(idea);
        board.IdeaCount++;
        if (idea.Status != board.FirstStatus)
            db.IdeaStatusChanges.Add(new IdeaStatusChange { Id = ids.Next(), IdeaId = idea.Id, From = board.FirstStatus, To = idea.Status, ById = source.StatusById, At = source.StatusAt, PostId = answer?.Id });
        if (source.Seen > 0)
            db.SeenDays.Add(new SeenDay { DiscussionId = idea.Id, Day = DateOnly.FromDateTime(source.CreatedAt.UtcDateTime), Visitors = source.Seen });
        db.IdeaVotes.AddRange(source.Votes.Select(v => Row(idea.Id, v)));
        await Tag(db, source, cancel);
        foreach (var post in posts.Where(p => p is { IsVisible: true, AuthorId: not null }))
            (await db.Members.FindAsync([post.AuthorId], cancel))!.PostCount++;
    }

    private void Merge(CommunityDb db, ImportedIdea source, IdeaBoard board)
    {
        var idea = db.Ideas.Local.First(i => i.Id == source.Id);
        var by = source.StatusById ?? source.AuthorId;
        db.IdeaMerges.Add(new IdeaMerge { Id = ids.Next(), SourceId = idea.Id, TargetId = source.MergedIntoId!.Value, StatusBefore = idea.Status, ById = by, At = source.StatusAt });
        db.IdeaStatusChanges.Add(new IdeaStatusChange { Id = ids.Next(), IdeaId = idea.Id, From = idea.Status, To = IdeaStatus.Merged, ById = by, At = source.StatusAt });
        idea.MergedIntoId = source.MergedIntoId;
        idea.Become(IdeaStatus.Merged, source.StatusAt);
        board.IdeaCount--;
    }

    private async Task Tag(CommunityDb db, ImportedIdea source, CancellationToken cancel)
    {
        var order = 0;
        foreach (var name in source.Tags.DistinctBy(TagNames.Key))
        {
            var key = TagNames.Key(name);
            if (db.Tags.Local.FirstOrDefault(t => t.Key == key) is not { } tag && (tag = await db.Tags.FirstOrDefaultAsync(t => t.Key == key, cancel)) is null)
                db.Tags.Add(tag = new Tag { Id = ids.Next(), Name = name, Key = key });
            tag.Count++;
            db.DiscussionTags.Add(new DiscussionTag { DiscussionId = source.Id, TagId = tag.Id, Order = order++ });
        }
    }

    private static IdeaBoard Row(ImportedBoard source) => new()
    {
        Id = source.Id,
        Slug = source.Slug,
        Name = source.Name,
        Rules = source.Rules,
        Hue = source.Hue,
        Order = source.Order,
        Statuses = IdeaStatuses.OfBoards,
        HasBudget = source.HasBudget,
        AnswerDays = source.AnswerDays,
    };

    private static IdeaVote Row(long ideaId, ImportedVote source) => new()
    {
        Id = source.Id,
        IdeaId = ideaId,
        MemberId = source.MemberId,
        Importance = source.Importance is { } name ? Enum.Parse<Importance>(name) : null,
        At = source.At,
        Since = source.At,
        CountedAt = source.At,
    };
}
