using Community.Data;
using Community.Shared;
using Community.Shared.Markdown;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>Deletes the content of entries that are about an erased person, are theirs, or hold their words or name. The chain still holds.</summary>
internal sealed class EraseLogPayloads(IEnumerable<IModerated> moderated)
{
    private const int AtOnce = 200;
    private const string AnyQuote = "%[quote%";

    public async Task Run(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        var me = person.MemberId;
        await data.InBatches(
            db => db.LogPayloads.Where(p => p.MemberId == me || p.ActorId == me).OrderBy(p => p.Sequence).Take(Batches.Size).ExecuteDeleteAsync(cancel), cancel);

        var (mention, page) = PersonNames.Patterns(person);
        for (var after = 0L; ;)
        {
            var texts = await data.Read(
                db => db.LogPayloads
                    .Where(p => p.Sequence > after)
                    .Select(p => new { p.Sequence, Words = (p.Reason ?? "") + "\n" + (p.Before ?? "") + "\n" + (p.After ?? "") })
                    .Where(p => EF.Functions.Like(SqlText.Lower(p.Words), mention) || EF.Functions.Like(SqlText.Lower(p.Words), page) || EF.Functions.Like(SqlText.Lower(p.Words), AnyQuote))
                    .OrderBy(p => p.Sequence).Take(AtOnce).Select(p => new Text(p.Sequence, p.Words)).ToListAsync(cancel),
                cancel);
            var gone = await QuotesOfNothing(data, person, texts, cancel);
            foreach (var text in texts.Where(t => person.IsNamedIn(t.Words) || gone.Contains(t.Sequence)))
                await data.Write<int>(async db => await db.LogPayloads.Where(p => p.Sequence == text.Sequence).ExecuteDeleteAsync(cancel), cancel);
            if (texts.Count < AtOnce)
                return;
            after = texts[^1].Sequence;
        }
    }

    /// <summary>The entries that quote what is no longer there for anybody; an erased post is not.</summary>
    private async Task<HashSet<long>> QuotesOfNothing(CommunityData data, ErasedPerson person, List<Text> texts, CancellationToken cancel)
    {
        if (person.KeepsTexts)
            return [];
        var quotes = texts.ToDictionary(t => t.Sequence, t => QuotedWords.SourcesOf(t.Words));
        var ids = quotes.Values.SelectMany(q => q).Select(q => q.PostId).OfType<long>().Distinct().ToList();
        var here = new HashSet<long>();
        foreach (var port in moderated.Where(m => m.Kind == ContentKind.Post))
            here.UnionWith((await data.Read(db => port.Find(db, Actor.System, ids, cancel), cancel)).Select(i => i.Content.Id));
        return [.. quotes.Where(q => q.Value.Any(s => IsGone(person, here, s))).Select(q => q.Key)];
    }

    private static bool IsGone(ErasedPerson person, HashSet<long> here, QuoteSource source) => source.PostId is { } id
        ? !here.Contains(id)
        : person.IsAuthorOf(source);

    private sealed record Text(long Sequence, string Words);
}
