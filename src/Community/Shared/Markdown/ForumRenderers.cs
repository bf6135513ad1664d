using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Community.Shared.Markdown;

internal sealed class AttributedQuoteRenderer : HtmlObjectRenderer<AttributedQuote>
{
    protected override void Write(HtmlRenderer renderer, AttributedQuote quote)
    {
        renderer.EnsureLine();
        renderer.Write("<blockquote class=\"quote\"");
        if (quote.Post is { } post)
        {
            var id = post.Id.ToString(CultureInfo.InvariantCulture);
            renderer.Write($" data-post=\"{id}\"><header><a href=\"/p/{id}\">");
            WriteName(renderer, post.Name);
            renderer.WriteLine("</a></header>");
        }
        else if (quote.From.Name is { } name)
        {
            renderer.Write("><header>");
            WriteName(renderer, name);
            renderer.WriteLine("</header>");
        }
        else
        {
            renderer.WriteLine(">");
        }

        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(quote);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.EnsureLine();
        renderer.WriteLine("</blockquote>");
    }

    private static void WriteName(HtmlRenderer renderer, string name)
    {
        renderer.Write("<bdi>");
        renderer.WriteEscape(name);
        renderer.Write("</bdi>");
    }
}

internal sealed class MentionRenderer : HtmlObjectRenderer<MentionInline>
{
    protected override void Write(HtmlRenderer renderer, MentionInline mention)
    {
        if (mention.Handle is not { } handle)
        {
            renderer.WriteEscape("@" + mention.Candidate);
            return;
        }

        renderer.Write("<a class=\"mention\" href=\"/members/");
        renderer.WriteEscape(Uri.EscapeDataString(handle));
        renderer.Write("\">");
        renderer.WriteEscape("@" + handle);
        renderer.Write("</a>");
        renderer.WriteEscape(mention.Candidate[mention.Length..]);
    }
}

internal sealed class ForumCodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    private const int MaxLanguage = 30;

    protected override void Write(HtmlRenderer renderer, CodeBlock code)
    {
        renderer.EnsureLine();

        // Long lines scroll, so the keyboard must be able to get there.
        renderer.Write("<pre tabindex=\"0\"><code");
        if (code is FencedCodeBlock { Info: { Length: > 0 and <= MaxLanguage } language } && language.All(IsLanguage))
            renderer.Write($" class=\"language-{language.ToLowerInvariant()}\"");
        renderer.Write(">");
        renderer.WriteLeafRawLines(code, true, true);
        renderer.WriteLine("</code></pre>");
    }

    private static bool IsLanguage(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '.' or '_' or '-';
}

/// <summary>A paragraph that starts with a box is its label: the words say what the box stands for.</summary>
internal sealed class ForumParagraphRenderer : HtmlObjectRenderer<ParagraphBlock>
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        var task = paragraph.Inline?.FirstChild is TaskList;
        if (!renderer.ImplicitParagraph)
        {
            if (!renderer.IsFirstInContainer)
                renderer.EnsureLine();
            renderer.Write("<p>");
        }

        renderer.Write(task ? "<label>" : "");
        renderer.WriteLeafInline(paragraph);
        renderer.Write(task ? "</label>" : "");
        if (!renderer.ImplicitParagraph)
            renderer.WriteLine("</p>");
    }
}

internal sealed class TaskRenderer : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList task) =>
        renderer.Write(task.Checked ? "<input type=\"checkbox\" disabled checked>" : "<input type=\"checkbox\" disabled>");
}

/// <summary>A table in a box that scrolls; alignment is a class, since the policy allows no style attribute.</summary>
internal sealed class ForumTableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"scroll\" tabindex=\"0\">").WriteLine("<table>");
        var section = "";
        foreach (var row in table.OfType<TableRow>())
        {
            var wanted = row.IsHeader ? "thead" : "tbody";
            if (section != wanted)
            {
                if (section.Length > 0)
                    renderer.WriteLine($"</{section}>");
                renderer.WriteLine($"<{wanted}>");
                section = wanted;
            }

            WriteRow(renderer, table, row);
        }

        if (section.Length > 0)
            renderer.WriteLine($"</{section}>");
        renderer.WriteLine("</table>").WriteLine("</div>");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.WriteLine("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            var align = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
            renderer.Write(row.IsHeader ? "<th" : "<td");
            renderer.Write(align switch { TableColumnAlign.Center => " class=\"center\"", TableColumnAlign.Right => " class=\"end\"", _ => "" });
            renderer.Write('>');
            var implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.Write((TableCell)row[i]);
            renderer.ImplicitParagraph = implicitParagraph;
            renderer.WriteLine(row.IsHeader ? "</th>" : "</td>");
        }

        renderer.WriteLine("</tr>");
    }
}
