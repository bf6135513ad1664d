using Community.Discussions;
using Community.Imports.Contract;
using Community.Shared;

namespace Community.Forums;

/// <summary>The rows of topics from elsewhere, each topic's own figures counted.</summary>
internal sealed class ImportedRows
{
    public List<Discussion> Discussions { get; } = [];

    public List<Topic> Topics { get; } = [];

    public List<Post> Posts { get; } = [];

    public List<Reaction> Reactions { get; } = [];

    public void Add(ImportedTopic source, long number, Forum forum)
    {
        var discussion = new Discussion { Id = source.Id, SubjectKind = ContentKind.Topic, Audience = forum.ReadAudience };
        discussion.ImportedUpTo(source.Posts[^1].Number);
        Discussions.Add(discussion);

        var posts = source.Posts.Select(p => ImportedPosts.Row(source.Id, p)).ToList();
        var reactions = source.Posts.SelectMany(p => p.Reactions.Select(r => ImportedPosts.Row(p.Id, r))).ToList();
        Posts.AddRange(posts);
        Reactions.AddRange(reactions);

        var last = posts.LastOrDefault(p => p.IsVisible) ?? posts[0];
        Topics.Add(new Topic
        {
            Id = source.Id,
            Number = number,
            ForumId = forum.Id,
            Title = source.Title,
            Slug = Slug.Of(source.Title),
            Language = source.Language,
            AuthorId = source.AuthorId,
            CreatedAt = source.CreatedAt,
            // An opening that lacks in the source takes nothing from those who answered it.
            State = posts[0].State == PostState.Gap ? PostState.Visible : posts[0].State,
            Audience = forum.ReadAudience,
            IsPinned = source.IsPinned,
            IsLocked = source.IsLocked,
            AnswerPostId = source.AnswerNumber is { } answer && posts[answer - 1].IsVisible ? posts[answer - 1].Id : null,
            ReplyCount = posts.Count(p => p.IsVisible && p.Number > 1),
            ImportedViews = source.Views,
            LastPostId = last.Id,
            LastPostAt = last.CreatedAt,
            LastPosterId = last.AuthorId ?? source.AuthorId,
            Hot = HotKey.Sum(reactions.Select(r => (r.At, r.Count))),
        });
    }
}
