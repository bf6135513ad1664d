using Community.Data;
using Community.Shared.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Community.Shared.Site;

/// <summary>The texts that a community starts with, until its owner writes better ones.</summary>
public sealed class FirstDocuments(TimeProvider time)
{
    /// <summary>Read and rendered, before any write.</summary>
    /// <param name="name">Of the community.</param>
    public IReadOnlyDictionary<DocumentKind, LocalizedText> For(string name) =>
        Enum.GetValues<DocumentKind>().ToDictionary(kind => kind, kind => new LocalizedText(Read(kind, Languages.Japanese, name), Read(kind, Languages.English, name)));

    /// <summary>Publishes those of which there is no version yet.</summary>
    public async Task AddMissing(CommunityDb db, IReadOnlyDictionary<DocumentKind, LocalizedText> texts, long by, CancellationToken cancel)
    {
        foreach (var (kind, text) in texts)
        {
            if (await db.Documents.AnyAsync(d => d.Kind == kind, cancel))
                continue;
            db.Documents.Add(new SiteDocument
            {
                Kind = kind,
                Version = 1,
                Body = text,
                Html = new LocalizedText(Html(text.Ja), Html(text.En)),
                PublishedAt = time.GetUtcNow(),
                PublishedBy = by,
            });
        }
    }

    private static string Html(string markdown) => MarkdownRenderer.Render(markdown, MarkdownOptions.Document).Html;

    private static string Read(DocumentKind kind, string language, string name)
    {
        var file = $"Community.Shared.Site.Documents.{kind.ToString().ToLowerInvariant()}.{language}.md";
        using var stream = typeof(FirstDocuments).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException(file);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("{name}", name, StringComparison.Ordinal);
    }
}
