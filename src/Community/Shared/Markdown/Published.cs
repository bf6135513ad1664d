using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Community.Shared.Markdown;

/// <summary>A link as it will be printed. Hint is the host to show beside words that name another one.</summary>
internal sealed record PublishedLink(LinkTarget Target, string? Hint, bool Isolate);

/// <summary>An image as it will be printed: its text alone where there is no target.</summary>
internal sealed partial record Picture(string Alt, LinkTarget? Target, (int Width, int Height)? Size, bool InLink)
{
    private const int MaxPixels = 20_000;

    [GeneratedRegex(@"^(?<alt>[^|]*)\|(?<width>[1-9][0-9]{0,4})x(?<height>[1-9][0-9]{0,4})(?:,\s*(?<percent>[1-9][0-9]?|100)%)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Sized();

    /// <summary>Understands Discourse's <c>![name|690x500, 50%](…)</c>; a size that the site itself knows wins.</summary>
    public static Picture From(string alt, LinkTarget? target, MarkdownOptions options)
    {
        (int, int)? size = null;
        if (Sized().Match(alt) is { Success: true } match)
        {
            var percent = match.Groups["percent"] is { Success: true } scale ? Number(scale) : 100;
            size = (Math.Max(1, Number(match.Groups["width"]) * percent / 100), Math.Max(1, Number(match.Groups["height"]) * percent / 100));
            alt = match.Groups["alt"].Value;
        }

        if (target is not null && options.ImageSize?.Invoke(target.Href) is { } known)
            size = known;
        return new Picture(alt, target, size is { Item1: <= MaxPixels, Item2: <= MaxPixels } ? size : null, false);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
}

/// <summary>Keeps on a parsed element what was decided about it.</summary>
internal static class Published
{
    private static readonly object LinkKey = new();
    private static readonly object PictureKey = new();

    public static void Set(MarkdownObject element, PublishedLink? link) => element.SetData(LinkKey, (object?)link ?? false);

    public static PublishedLink? Of(MarkdownObject element) => element.GetData(LinkKey) as PublishedLink;

    public static void SetPicture(LinkInline image, Picture picture) => image.SetData(PictureKey, picture);

    public static Picture PictureOf(LinkInline image) => (Picture)image.GetData(PictureKey)!;
}
