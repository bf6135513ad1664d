using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace Community.Shared.Markdown;

/// <summary>
/// Markdown as members write it (CommonMark, tables, strikethrough, task lists, bare links, emoji, mentions, quotes) to HTML that is safe
/// to publish. Pure: the same source and options give the same result. Time and size are bounded for any input.
/// </summary>
public static class MarkdownRenderer
{
    /// <summary>
    /// Renders <paramref name="source"/>. Never throws for its content: what is too long, too deep or would explode comes back with
    /// <see cref="RenderedMarkdown.Problem"/> (Invalid, "text-too-complex", field "body") and the source, escaped, as its HTML.
    /// </summary>
    public static RenderedMarkdown Render(string source, MarkdownOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            if (Parse(source, options) is not { } document)
                return TooComplex(source, options);

            var reader = new DocumentReader(options);
            return options.Dialect == Dialect.Plain || reader.Read(document) ? reader.Result(Html(document, options)) : TooComplex(source, options);
        }
        catch (Exception error) when (IsTooComplex(error))
        {
            return TooComplex(source, options);
        }
    }

    /// <summary>
    /// The handles and quotes that <paramref name="source"/> names, existing or not, so that one query can look them up before
    /// <see cref="Render"/>. Empty for a text that is too complex.
    /// </summary>
    public static MarkdownReferences FindReferences(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var options = MarkdownOptions.Post;
        var reader = new DocumentReader(options);
        try
        {
            if (Parse(source, options) is { } document && reader.Read(document))
                return reader.References();
        }
        catch (Exception error) when (IsTooComplex(error))
        {
            // Rendering refuses the same text with a reason; nothing in it can be looked up.
        }

        return new MarkdownReferences([], []);
    }

    private static MarkdownDocument? Parse(string source, MarkdownOptions options)
    {
        if (ComplexityGuard.IsTooComplex(source, options.MaxLength))
            return null;

        // Half of a surrogate pair in an address makes Markdig throw.
        if (!TextRules.IsWellFormed(source))
            source = string.Concat(source.EnumerateRunes());
        var pipeline = MarkdownPipelines.For(options.Dialect);
        if (options.Dialect == Dialect.Plain)
            return MarkdownParser.Parse(source, pipeline);

        var quotes = QuoteTags.Read(source);
        if (quotes.IsTooDeep)
            return null;
        var context = new MarkdownParserContext();
        context.Properties[QuoteTags.ContextKey] = quotes;
        return MarkdownParser.Parse(quotes.Text, pipeline, context);
    }

    private static string Html(MarkdownDocument document, MarkdownOptions options)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        MarkdownPipelines.For(options.Dialect).Setup(renderer);
        if (options.Dialect == Dialect.Forum)
        {
            renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new ForumCodeRenderer());
            renderer.ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new ForumParagraphRenderer());
            renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new ForumLinkRenderer(options));
            renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new ForumAutolinkRenderer(options));
            renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ForumTableRenderer());
            renderer.ObjectRenderers.ReplaceOrAdd<HtmlTaskListRenderer>(new TaskRenderer());
            renderer.ObjectRenderers.Add(new AttributedQuoteRenderer());
            renderer.ObjectRenderers.Add(new MentionRenderer());
        }

        renderer.Render(document);
        return writer.ToString();
    }

    private static RenderedMarkdown TooComplex(string source, MarkdownOptions options) => new()
    {
        Html = $"<pre tabindex=\"0\">{WebUtility.HtmlEncode(source)}</pre>",
        PlainText = source.ReplaceLineEndings("\n"),
        Problem = new Problem(ProblemKind.Invalid, "text-too-complex", "body", new Dictionary<string, object> { ["max"] = options.MaxLength }),
    };

    // For depth Markdig throws nothing more specific than an ArgumentException; its text is the only mark.
    private static bool IsTooComplex(Exception error) =>
        error is TooComplexException || error is ArgumentException && error.Message.Contains("depth limit", StringComparison.Ordinal);
}
