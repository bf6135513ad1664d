using System.Collections.Concurrent;
using Community.Data;

namespace Community.Imports.Discourse;

/// <summary>A topic with the posts that it will have, in order; numbers may be missing.</summary>
internal sealed record SourceThread(SourceTopic Topic, IReadOnlyList<SourcePost> Posts);

/// <summary>Puts topics together from the spool, the better text first where two rows hold one post.</summary>
internal sealed class AssembleThread(DiscourseExport export, Action<RowProblem> report)
{
    // Tombstones cost a row each: a number that leaves a wider hole is a mistake in the row.
    private const int WidestGap = 10_000;
    private const int RememberedTopics = 4_000;
    private readonly ConcurrentDictionary<long, IReadOnlyDictionary<int, (long Id, string Author)>> postsByTopic = new();

    public SourceThread? Run(long topicId)
    {
        var entry = export.Topics[topicId];
        var topic = Head(entry);
        var posts = new Dictionary<int, (SourcePost Post, SpoolRecord Record)>();
        var numberOf = new Dictionary<long, int>();
        foreach (var record in export.Spool.Chain(entry.LastPost).Reverse())
        {
            using var row = Row.Parse(record.Content);
            var post = SourcePost.From(row.RootElement);
            post = post with { State = export.HeldBack.StateOf(post.Id) };
            if (export.HeldBack.IsWhisper(post.Id))
                Report(record, SourcePost.WhisperProblem);
            else if (numberOf.TryGetValue(post.Id, out var number) && number != post.Number)
                Report(record, $"post {post.Id} has the number {number} elsewhere");
            else if (!posts.TryGetValue(post.Number, out var known))
                posts.Add(numberOf[post.Id] = post.Number, (post, record));
            else if (known.Post.Id != post.Id)
                Report(record, $"number {post.Number} of topic {topicId} is taken by post {known.Post.Id}");
            else if (post.Worth > known.Post.Worth)
                posts[post.Number] = (post, record);
        }

        var ordered = Dense(posts, topicId);
        if (ordered.Count > 0)
        {
            Remember(topicId, ordered.ToDictionary(p => p.Number, p => (IdOf(p), Known(p.Author))));
            return new SourceThread(topic, ordered);
        }

        var head = export.Spool.Read(Math.Max(entry.Head, entry.NativeHead));
        report(new RowProblem(export.FileName(head.File), head.Line, $"topic {topicId} has no posts"));
        return null;
    }

    /// <summary>The id that a post has here and its author in the source, or null where the export has no such post. Safe to ask from several threads.</summary>
    public (long Id, string Author)? Find(long topicId, int number)
    {
        if (!export.Topics.TryGetValue(topicId, out var entry) || !entry.HasHead)
            return null;
        if (!postsByTopic.TryGetValue(topicId, out var posts))
            Remember(topicId, posts = PostsOf(entry));
        return posts.TryGetValue(number, out var post) ? post : null;
    }

    /// <summary>The id of the opening, or of the first post that the export has; null where it has none.</summary>
    public long? FirstPost(long topicId) => PostsOf(export.Topics[topicId]) is { Count: > 0 } posts ? posts.MinBy(p => p.Key).Value.Id : null;

    public static long IdOf(SourcePost post) => Ids.At(post.CreatedAt, post.Id);

    // Most quotes are of the same topic or of one not long ago.
    private void Remember(long topicId, IReadOnlyDictionary<int, (long Id, string Author)> posts)
    {
        if (postsByTopic.Count > RememberedTopics)
            postsByTopic.Clear();
        postsByTopic[topicId] = posts;
    }

    private Dictionary<int, (long Id, string Author)> PostsOf(DiscourseExport.TopicEntry entry)
    {
        var posts = new Dictionary<int, (long Id, string Author)>();
        foreach (var record in export.Spool.Chain(entry.LastPost).Reverse())
        {
            using var row = Row.Parse(record.Content);
            var post = SourcePost.From(row.RootElement);
            if (!export.HeldBack.IsWhisper(post.Id))
                posts.TryAdd(post.Number, (IdOf(post), Known(post.Author)));
        }

        return posts;
    }

    // One text for all posts of an author.
    private string Known(string author) => export.Authors.Find(author)?.Name ?? author;

    private SourceTopic Head(DiscourseExport.TopicEntry entry)
    {
        var native = entry.NativeHead < 0 ? null : Read(entry.NativeHead);
        if (entry.Head < 0)
            return native!;
        var listed = Read(entry.Head);
        return native is null ? listed : listed with
        {
            Answer = listed.Answer ?? native.Answer,
            Tags = listed.Tags.Count > 0 ? listed.Tags : native.Tags,
        };
    }

    private SourceTopic Read(long at)
    {
        using var row = Row.Parse(export.Spool.Read(at).Content);
        return SourceTopic.From(row.RootElement);
    }

    private List<SourcePost> Dense(Dictionary<int, (SourcePost Post, SpoolRecord Record)> posts, long topicId)
    {
        var ordered = new List<SourcePost>(posts.Count);
        var last = 0;
        foreach (var (number, (post, record)) in posts.OrderBy(p => p.Key))
        {
            if (number - last > WidestGap)
            {
                Report(record, $"number {number} is too far from number {last}, the one before it in topic {topicId}");
                continue;
            }

            ordered.Add(post);
            last = number;
        }

        return ordered;
    }

    private void Report(SpoolRecord record, string sentence) => report(new RowProblem(export.FileName(record.File), record.Line, sentence));
}
