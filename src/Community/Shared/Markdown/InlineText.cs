using System.Text;
using Markdig.Syntax.Inlines;

namespace Community.Shared.Markdown;

/// <summary>What a reader sees of inline elements, without markup.</summary>
internal static class InlineText
{
    public static string Of(ContainerInline container)
    {
        var text = new StringBuilder();
        var pending = new Stack<Inline>();
        if (container.FirstChild is { } first)
            pending.Push(first);
        while (pending.TryPop(out var inline))
        {
            if (inline.NextSibling is { } sibling)
                pending.Push(sibling);
            if (inline is DelimiterInline delimiter)
                text.Append(delimiter.ToLiteral());
            if (inline is ContainerInline { FirstChild: { } child })
                pending.Push(child);
            else
                Append(inline, text);
        }

        return text.ToString();
    }

    public static void Append(Inline inline, StringBuilder text)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline:
                text.Append('\n');
                break;
            case AutolinkInline auto:
                text.Append(auto.Url);
                break;
            case MentionInline mention:
                text.Append('@').Append(mention.Candidate);
                break;
        }
    }
}
