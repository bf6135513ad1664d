using System.Globalization;
using Community.Data;
using Community.Imports.Contract;
using Community.Shared;
using Community.Shared.Markdown;

namespace Community.Imports.StackExchange;

/// <summary>Turns a question and its answers into a topic and its replies.</summary>
internal sealed class PrepareQuestion(ImportedAuthors authors, Uri? site)
{
    public ImportedTopic Run(SourceThread thread, long forumId)
    {
        var question = thread.Question;
        var posts = thread.Answers.Prepend(question).Select((post, at) => Prepare(post, at + 1)).ToList();
        var answer = thread.Answers.TakeWhile(a => a.Id != question.Accepted).Count();
        return new ImportedTopic
        {
            Id = IdOf(question.Id, question.CreatedAt),
            ForumId = forumId,
            Title = authors.Forgotten.Without(question.Title),
            AuthorId = posts[0].AuthorId!.Value,
            CreatedAt = question.CreatedAt,
            Language = posts[0].Language ?? ContentLanguage.Detect(question.Title),
            IsLocked = question.IsClosed,
            Tags = question.Tags,
            AnswerNumber = answer < thread.Answers.Count ? answer + 2 : null,
            Posts = posts,
        };
    }

    /// <summary>Made of the site's number and time alone, so that it tells whether the question came before, from whatever file.</summary>
    public static long IdOf(long id, DateTimeOffset createdAt) => Ids.At(createdAt, id);

    private ImportedPost Prepare(SourcePost post, int number)
    {
        var body = authors.Forgotten.Without(HtmlToMarkdown.Convert(post.Html, site)) + (number == 1 ? Original(post.Id) : "");
        var rendered = MarkdownRenderer.Render(body, MarkdownOptions.Post);
        var id = IdOf(post.Id, post.CreatedAt);
        return new ImportedPost
        {
            Id = id,
            Number = number,
            AuthorId = authors.IdOf(post.Author.Length == 0 ? Nameless.Name : post.Author),
            CreatedAt = post.CreatedAt,
            Body = body,
            Html = rendered.Html,
            Language = ContentLanguage.Detect(rendered.PlainText),
            IsConverted = true,
            Reactions = post.Score <= 0 ? [] : [new ImportedReaction(id, null, "Heart", (int)post.Score, post.CreatedAt)],
        };
    }

    // The licence of such sites asks for a way back to the author.
    private string Original(long id)
    {
        if (site is null)
            return "";
        var address = new Uri(site, string.Create(CultureInfo.InvariantCulture, $"/q/{id}")).AbsoluteUri;
        return $"\n\n---\n\n<{address}>";
    }
}
