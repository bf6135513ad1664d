using System.Globalization;
using Community.Imports.Contract;
using Community.Shared;
using Community.Shared.Markdown;

namespace Community.Imports.Threads;

/// <summary>Turns a thread into a topic: texts rendered, holes in the numbers filled with tombstones.</summary>
internal sealed class PrepareThread
{
    private readonly SourceThread thread;
    private readonly DateTimeOffset today;
    private readonly long topicId;
    private readonly long[] postIds;

    /// <param name="newId">Called at once and in order, for the topic and each of its numbers.</param>
    public PrepareThread(SourceThread thread, DateTimeOffset today, Func<DateTimeOffset?, long> newId)
    {
        (this.thread, this.today) = (thread, today);
        topicId = newId(thread.Messages[0].CreatedAt);
        postIds = new long[thread.Messages[^1].Number];
        var before = thread.Messages[0];
        var next = 0;
        for (var number = 1; number <= postIds.Length; number++)
        {
            before = thread.Messages[next].Number == number ? thread.Messages[next++] : before;
            postIds[number - 1] = newId(before.CreatedAt);
        }
    }

    public PreparedTopic Run(ImportedAuthors authors, long forumId)
    {
        var speakers = new Speakers(thread.Messages);
        var posts = new List<ImportedPost>(postIds.Length);
        foreach (var message in thread.Messages)
        {
            while (posts.Count + 1 < message.Number)
                posts.Add(Gap(posts.Count + 1, posts.LastOrDefault()?.CreatedAt ?? message.CreatedAt ?? today));
            posts.Add(Prepare(message, authors.IdOf(Speakers.NameOf(speakers.Of(message)))));
        }

        var first = thread.Messages[0];
        var topic = new ImportedTopic
        {
            Id = topicId,
            ForumId = forumId,
            Title = thread.Title,
            AuthorId = posts[first.Number - 1].AuthorId!.Value,
            CreatedAt = first.CreatedAt ?? today,
            Language = posts[first.Number - 1].Language ?? ContentLanguage.Detect(thread.Title),
            Posts = posts,
        };
        return new PreparedTopic(thread.Key, topic, [.. thread.Messages.Select(m => (Key(m), postIds[m.Number - 1]))]);
    }

    private string Key(SourceMessage message) => string.Create(CultureInfo.InvariantCulture, $"{thread.Key}/{message.Number}");

    private ImportedPost Prepare(SourceMessage message, long author)
    {
        var body = MarkdownEscape.Lines(message.Text);
        var rendered = MarkdownRenderer.Render(body, MarkdownOptions.Post);
        return new ImportedPost
        {
            Id = postIds[message.Number - 1],
            Number = message.Number,
            AuthorId = author,
            CreatedAt = message.CreatedAt ?? today,
            IsDateUnknown = message.CreatedAt is null,
            Body = body,
            Html = rendered.Html,
            Language = ContentLanguage.Detect(rendered.PlainText),
        };
    }

    private ImportedPost Gap(int number, DateTimeOffset at) => new()
    {
        Id = postIds[number - 1],
        Number = number,
        AuthorId = null,
        CreatedAt = at,
        State = ImportedState.Gap,
    };
}
