using System.Globalization;
using Community.Data;
using Community.Shared.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Community.Shared.Site;

/// <summary>Publishes the next version of the rules, the terms or the privacy notice. Earlier ones stay as they were.</summary>
public sealed class PublishDocument(CommunityData data, TimeProvider time)
{
    /// <param name="From">The version that the text was written over; 0 where there was none.</param>
    public sealed record Input(DocumentKind Kind, LocalizedText Body, int From);

    public async Task<Result<int>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        if (actor.WhyNotAdminister(now) is { } forbidden)
            return forbidden;
        if (!Enum.IsDefined(input.Kind))
            return Problem.NotFound();
        var body = new LocalizedText(TextRules.Normalise(input.Body.Ja).Trim(), TextRules.Normalise(input.Body.En).Trim());
        if (SiteRules.WhyNotDocument(body) is { } problem)
            return problem;
        var html = (Ja: MarkdownRenderer.Render(body.Ja, MarkdownOptions.Document), En: MarkdownRenderer.Render(body.En, MarkdownOptions.Document));
        if ((html.Ja.Problem ?? html.En.Problem) is { } tooComplex)
            return tooComplex with { Field = html.Ja.Problem is not null ? "documentJa" : "documentEn" };

        return await data.Write<int>(async db =>
        {
            var latest = await db.Documents.Where(d => d.Kind == input.Kind).OrderByDescending(d => d.Version).FirstOrDefaultAsync(cancel);
            if ((latest?.Version ?? 0) != input.From)
                return Problem.Conflict("document-changed");
            if (latest?.Body == body)
                return Problem.Conflict("document-unchanged");

            var document = new SiteDocument
            {
                Kind = input.Kind,
                Version = input.From + 1,
                Body = body,
                Html = new LocalizedText(html.Ja.Html, html.En.Html),
                PublishedAt = now,
                PublishedBy = actor.MemberId,
            };
            db.Documents.Add(document);
            await db.TouchSite(cancel);
            db.Raise(new StaffActed(
                actor.MemberId, "publish-document", new ContentRef(ContentKind.Site, SiteSettings.TheOne), null, null, Said(input.Kind, input.From), Said(input.Kind, document.Version)));
            return document.Version;
        }, cancel);
    }

    private static string? Said(DocumentKind kind, int version) =>
        version == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{kind} {version}");
}
