using System.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Community.Shared.Markdown;

/// <summary>
/// Walks a parsed text once, without recursion: decides what each mention, quote, link and image becomes (the renderers only print
/// that) and collects what the text refers to.
/// </summary>
internal sealed class DocumentReader(MarkdownOptions options)
{
    private const int MaxNestedInlines = MarkdownPipelines.MaxNesting - 10;
    private const int MaxTargetLength = 1_000_000;

    private readonly StringBuilder _plain = new();
    private readonly List<string> _mentions = [];
    private readonly List<long> _quoted = [];
    private readonly List<RenderedLink> _links = [];
    private readonly List<RenderedImage> _images = [];
    private readonly List<RenderedHeading> _headings = [];
    private readonly MarkdownReferencesBuilder _references = new();
    private long _targetLength;
    private readonly Stack<int> _outline = new();

    /// <summary>False where inline nesting or repeated long targets would make the page explode; the rest is then incomplete.</summary>
    public bool Read(MarkdownDocument document)
    {
        var pending = new Stack<(Block Block, Within Within)>();
        pending.Push((document, Within.Nothing));
        while (pending.TryPop(out var next))
        {
            var (block, within) = next;
            switch (block)
            {
                case ContainerBlock container:
                    within |= Enter(container);
                    for (var i = container.Count - 1; i >= 0; i--)
                        pending.Push((container[i], within));
                    break;
                case LeafBlock { Inline: { } inlines } leaf:
                    if (!ReadInlines(leaf, inlines, within))
                        return false;
                    break;
                case CodeBlock code when (within & Within.AttributedQuote) == 0:
                    EndLine();
                    _plain.Append(code.Lines.ToString());
                    break;
            }
        }

        return true;
    }

    public RenderedMarkdown Result(string html) => new()
    {
        Html = html,
        PlainText = _plain.ToString().Trim(),
        Mentions = _mentions,
        QuotedPostIds = _quoted,
        Links = _links,
        Images = _images,
        Headings = _headings,
    };

    public MarkdownReferences References() => _references.Build();

    private Within Enter(ContainerBlock container)
    {
        switch (container)
        {
            case AttributedQuote quote:
                _references.Add(quote.From);
                quote.Post = options.FindQuoted is { } find ? find(quote.From) : quote.From.PostId is { } id ? new QuotedPost(id, $"/p/{id}") : null;
                if (quote.Post is { } post && !_quoted.Contains(post.Id))
                    _quoted.Add(post.Id);
                return Within.AttributedQuote | Within.Quote;
            case QuoteBlock:
                return Within.Quote;
            case ListItemBlock item when item.FirstOrDefault() is ParagraphBlock { Inline.FirstChild: TaskList }:
                item.GetAttributes().AddClass("task");
                item.Parent!.GetAttributes().AddClass("tasks");
                return Within.Nothing;
            default:
                return Within.Nothing;
        }
    }

    private bool ReadInlines(LeafBlock leaf, ContainerInline inlines, Within within)
    {
        var text = new StringBuilder();
        var pending = new Stack<(Inline Inline, int Depth, bool InLink)>();
        if (inlines.FirstChild is { } first)
            pending.Push((first, 1, false));

        while (pending.TryPop(out var next))
        {
            var inline = Straighten(next.Inline, leaf);
            if (next.Depth > MaxNestedInlines || _targetLength > MaxTargetLength)
                return false;
            if (inline.NextSibling is { } sibling)
                pending.Push((sibling, next.Depth, next.InLink));

            switch (inline)
            {
                case LinkInline link:
                    JudgeLink(link, next.InLink, text);
                    if (!link.IsImage && link.FirstChild is { } label)
                        pending.Push((label, next.Depth + 1, true));
                    break;
                case AutolinkInline auto:
                    JudgeAutolink(auto, next.InLink, text);
                    break;
                case MentionInline mention:
                    Resolve(mention, next.InLink, within, text);
                    break;
                case ContainerInline { FirstChild: { } child }:
                    pending.Push((child, next.Depth + 1, next.InLink));
                    break;
                default:
                    InlineText.Append(inline, text);
                    break;
            }
        }

        if (leaf is HeadingBlock heading)
        {
            heading.Level = LevelOf(heading);
            _headings.Add(new RenderedHeading(heading.Level, text.ToString()));
        }

        if ((within & Within.AttributedQuote) == 0)
        {
            EndLine();
            _plain.Append(text);
        }

        return true;
    }

    // Brackets and boxes that turned out to be none: the parser leaves each as the parent of all that follows.
    /// <summary>Below the headings of the page, and one step below the heading that it stands under: who listens to a page takes a missing level for missing text.</summary>
    private int LevelOf(HeadingBlock heading)
    {
        while (_outline.TryPeek(out var above) && above >= heading.Level)
            _outline.Pop();
        var depth = options.Dialect == Dialect.Plain ? heading.Level - 1 : _outline.Count;
        _outline.Push(heading.Level);
        return Math.Min(6, options.TopHeading + depth);
    }

    private static Inline Straighten(Inline inline, LeafBlock leaf)
    {
        if (inline is DelimiterInline delimiter)
        {
            var literal = new LiteralInline(delimiter.ToLiteral());
            delimiter.InsertBefore(literal);
            delimiter.MoveChildrenAfter(literal);
            delimiter.Remove();
            return literal;
        }

        var isBox = inline is TaskList && leaf is ParagraphBlock { Parent: ListItemBlock item } && item[0] == leaf && inline.PreviousSibling is null
            && (inline.NextSibling is not LiteralInline after || after.Content.IsEmpty || char.IsWhiteSpace(after.Content.CurrentChar));
        if (inline is not TaskList box || isBox)
            return inline;

        var text = new LiteralInline(box.Checked ? "[x]" : "[ ]");
        box.ReplaceBy(text);
        return text;
    }

    private void JudgeLink(LinkInline link, bool inLink, StringBuilder text)
    {
        _targetLength += link.Url?.Length ?? 0;
        if (!link.IsImage)
        {
            var target = inLink ? null : LinkPolicy.Judge(link.Url, options);
            var words = target is null ? "" : InlineText.Of(link);
            Published.Set(link, target is null ? null : Publish(target, words, link.IsAutoLink));
            return;
        }

        var picture = Picture.From(InlineText.Of(link), LinkPolicy.JudgeImage(link.Url, options), options);
        text.Append(picture.Alt);
        Published.SetPicture(link, picture with { InLink = inLink });
        if (picture.Target is { } source)
            _images.Add(new RenderedImage(source.Href, picture.Alt, source.IsForeign));
    }

    private void JudgeAutolink(AutolinkInline auto, bool inLink, StringBuilder text)
    {
        var url = auto.IsEmail ? "mailto:" + auto.Url : auto.Url;
        var target = inLink ? null : LinkPolicy.Judge(url, options);
        Published.Set(auto, target is null ? null : Publish(target, auto.Url, isBare: true));
        text.Append(auto.Url);
    }

    private PublishedLink Publish(LinkTarget target, string words, bool isBare)
    {
        _links.Add(new RenderedLink(target.Href, words, target.Host, target.IsForeign));
        var deceives = target.Host is { } host && (target.HidesItsHost && !words.Contains(host) || !isBare && LinkPolicy.NamesAnotherHost(words, host));
        return new PublishedLink(target, deceives ? LinkPolicy.Display(target.Host!) : null, BidiText.IsReordered(words));
    }

    private void Resolve(MentionInline mention, bool inLink, Within within, StringBuilder text)
    {
        text.Append('@').Append(mention.Candidate);
        if (inLink || options.Dialect == Dialect.Plain)
            return;

        // "@aki-" and "@aki_" are "@aki" with punctuation, unless somebody is called so.
        var counts = (within & Within.Quote) == 0;
        for (var handle = mention.Candidate; handle.Length >= HandleRules.MinLength; handle = handle[..^1])
        {
            if (counts)
                _references.Add(handle);
            if (options.FindHandle(handle) is { } own)
            {
                mention.Handle = own;
                mention.Length = handle.Length;
                if (counts && !_mentions.Contains(own))
                    _mentions.Add(own);
                return;
            }

            if (handle[^1] is not ('-' or '_'))
                return;
        }
    }

    private void EndLine()
    {
        if (_plain.Length > 0)
            _plain.Append('\n');
    }

    [Flags]
    private enum Within
    {
        Nothing = 0,
        Quote = 1,
        AttributedQuote = 2,
    }
}
