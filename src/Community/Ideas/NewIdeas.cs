using Community.Data;
using Community.Discussions;
using Community.Ideas.Boards;
using Community.Members;
using Community.Shared;

namespace Community.Ideas;

/// <summary>The rows of a new idea, for submitting and splitting. Runs inside the write of the calling act.</summary>
public sealed class NewIdeas(AddPost posts, Tagging tagging, Ids ids, TimeProvider time)
{
    public sealed record Words(string Title, PreparedText Text, IReadOnlyList<TagName> Tags);

    public async Task<Result<Idea>> Run(
        CommunityDb db, IdeaBoard board, Member author, Author writer, Words words, long? splitFrom = null, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var discussion = new Discussion { Id = ids.Next(), SubjectKind = ContentKind.Idea, Audience = board.ReadAudience };
        db.Discussions.Add(discussion);
        var opening = await posts.Run(db, discussion, author, writer, words.Text, cancel: cancel);
        if (opening.Problem is { } problem)
            return problem;

        var idea = new Idea
        {
            Id = discussion.Id,
            Number = await db.NextNumber("idea", cancel),
            BoardId = board.Id,
            Title = words.Title,
            Slug = Slug.Of(words.Title),
            Language = ContentLanguage.Detect(words.Title) ?? words.Text.Language,
            AuthorId = author.Id,
            CreatedAt = now,
            Audience = board.ReadAudience,
            LastPostId = opening.Value!.Id,
            LastPostAt = now,
            SplitFromId = splitFrom,
        };
        idea.State = opening.Value.State;
        idea.Become(opening.Value.State == PostState.Held ? IdeaStatus.Held : board.FirstStatus, now);
        db.Ideas.Add(idea);
        await tagging.Set(db, discussion.Id, opening.Value.IsVisible, words.Tags, cancel);
        return idea;
    }
}
