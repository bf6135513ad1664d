using Community.Data;
using Community.Imports.Contract;
using Community.Shared;
using Community.Shared.Markdown;

namespace Community.Imports.Discourse;

/// <summary>Turns a topic of the source into one of ours: texts rendered, quotes tied to their posts, holes filled with tombstones.</summary>
internal sealed class PrepareThread(AssembleThread threads, ImportedAuthors authors)
{
    private readonly MarkdownOptions options = MarkdownOptions.Post with { FindHandle = authors.HandleOf };

    public ImportedTopic Run(SourceThread thread, long forumId)
    {
        var topic = thread.Topic;
        var posts = new List<ImportedPost>(thread.Posts.Count);
        var before = topic.CreatedAt;
        foreach (var post in thread.Posts)
        {
            while (posts.Count + 1 < post.Number)
                posts.Add(Gap(topic.Id, posts.Count + 1, before));
            posts.Add(Prepare(topic.Id, post));
            before = post.CreatedAt;
        }

        var opening = thread.Posts[0];
        var answer = topic.Answer ?? thread.Posts.FirstOrDefault(p => p.IsAnswer)?.Number;
        return new ImportedTopic
        {
            Id = IdOf(topic.Id, topic.CreatedAt),
            ForumId = forumId,
            Title = authors.Forgotten.Without(topic.Title),
            AuthorId = authors.IdOf(opening.Number == 1 || string.IsNullOrEmpty(topic.Author) ? opening.Author : topic.Author),
            CreatedAt = topic.CreatedAt,
            Language = posts[0].Language ?? ContentLanguage.Detect(topic.Title),
            IsPinned = topic.IsPinned,
            IsLocked = topic.IsClosed,
            Views = topic.Views,
            Tags = topic.Tags,
            AnswerNumber = answer is > 1 && thread.Posts.Any(p => p.Number == answer) ? answer : null,
            Posts = posts,
        };
    }

    /// <summary>Made of the source's number and time alone, so that it tells whether the topic came before, from whatever folder.</summary>
    public static long IdOf(long topicId, DateTimeOffset createdAt) => Ids.At(createdAt, topicId);

    private ImportedPost Prepare(long topicId, SourcePost post)
    {
        var quoted = new Dictionary<long, QuotedPost>();
        var gone = new HashSet<long>();
        var source = post.Raw ?? (post.Cooked is null ? "" : HtmlToMarkdown.Convert(post.Cooked));
        var body = DiscourseText.ToOurs(source, quote =>
        {
            if (threads.Find(quote.Topic ?? topicId, quote.Post) is not var (found, author))
                return null;
            if (authors.Forgotten.Find(author) is not null)
                gone.Add(found);
            else
                quoted[found] = new QuotedPost(found, authors.NameOf(quote.Name) ?? quote.Name);
            return found;
        });
        body = authors.Forgotten.Without(body, gone);
        var rendered = MarkdownRenderer.Render(body, options with { FindQuoted = quote => quote.PostId is { } known ? quoted.GetValueOrDefault(known) : null });
        var id = AssembleThread.IdOf(post);
        return new ImportedPost
        {
            Id = id,
            Number = post.Number,
            AuthorId = authors.IdOf(post.Author),
            CreatedAt = post.CreatedAt,
            State = post.State,
            Body = body,
            Html = rendered.Html,
            Language = ContentLanguage.Detect(rendered.PlainText),
            ReplyToNumber = post.ReplyTo,
            IsConverted = post.Raw is null && post.Cooked is not null,
            Reactions = post.Likes == 0 ? [] : [new ImportedReaction(id, null, "Heart", post.Likes, post.CreatedAt)],
        };
    }

    // Many numbers may lack in a row: the time in the id counts on with them, so that no two are one.
    private static ImportedPost Gap(long topicId, int number, DateTimeOffset at) => new()
    {
        Id = Ids.At(at.AddMilliseconds(number), ~((topicId << 24) | (uint)number)),
        Number = number,
        AuthorId = null,
        CreatedAt = at,
        State = ImportedState.Gap,
    };
}
