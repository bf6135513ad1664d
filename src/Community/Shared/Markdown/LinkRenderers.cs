using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Community.Shared.Markdown;

/// <summary>Prints links and images as <see cref="DocumentReader"/> judged them; what was refused is its words.</summary>
internal sealed class ForumLinkRenderer(MarkdownOptions options) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
        {
            WriteImage(renderer, link, Published.PictureOf(link));
            return;
        }

        if (Published.Of(link) is not { } published)
        {
            renderer.WriteChildren(link);
            return;
        }

        LinkTags.Open(renderer, published.Target, link.Title, options);
        renderer.Write(published.Isolate ? "<bdi>" : "");
        if (link.IsAutoLink && published.Target.Host is { } host && host.Contains("xn--", StringComparison.Ordinal))
            renderer.WriteEscape(published.Target.Href.Replace(host, LinkPolicy.Display(host), StringComparison.Ordinal));
        else
            renderer.WriteChildren(link);
        renderer.Write(published.Isolate ? "</bdi></a>" : "</a>");
        LinkTags.Hint(renderer, published.Hint);
    }

    private void WriteImage(HtmlRenderer renderer, LinkInline link, Picture picture)
    {
        if (picture.Target is not { } target || options.ImagesAsLinks && picture.InLink)
        {
            renderer.WriteEscape(picture.Alt);
            return;
        }

        if (options.ImagesAsLinks)
        {
            LinkTags.Open(renderer, target, link.Title, options);
            renderer.WriteEscape(picture.Alt.Length > 0 ? picture.Alt : target.Href);
            renderer.Write("</a>");
            return;
        }

        renderer.Write("<img src=\"");
        renderer.WriteEscapeUrl(target.Href);
        renderer.Write("\" alt=\"");
        renderer.WriteEscape(picture.Alt);
        renderer.Write('"');
        LinkTags.Title(renderer, link.Title);
        if (picture.Size is var (width, height))
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\""));
        renderer.Write(" loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\">");
    }
}

internal sealed class ForumAutolinkRenderer(MarkdownOptions options) : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline auto)
    {
        if (Published.Of(auto) is not { } published)
        {
            renderer.WriteEscape($"<{auto.Url}>");
            return;
        }

        LinkTags.Open(renderer, published.Target, null, options);
        renderer.WriteEscape(auto.Url);
        renderer.Write("</a>");
        LinkTags.Hint(renderer, published.Hint);
    }
}

internal static class LinkTags
{
    public static void Open(HtmlRenderer renderer, LinkTarget target, string? title, MarkdownOptions options)
    {
        renderer.Write("<a href=\"");
        renderer.WriteEscapeUrl(target.Href);
        renderer.Write('"');
        Title(renderer, title);
        if (target.IsForeign)
            renderer.Write(options.Nofollow ? " rel=\"nofollow ugc noopener\"" : " rel=\"noopener\"");
        renderer.Write('>');
    }

    public static void Title(HtmlRenderer renderer, string? title)
    {
        if (string.IsNullOrEmpty(title))
            return;
        renderer.Write(" title=\"");
        renderer.WriteEscape(title);
        renderer.Write('"');
    }

    /// <summary>Shows where a link really leads when its words say otherwise.</summary>
    public static void Hint(HtmlRenderer renderer, string? host)
    {
        if (host is null)
            return;
        renderer.Write(" <small class=\"host\">(<bdi>");
        renderer.WriteEscape(host);
        renderer.Write("</bdi>)</small>");
    }
}
