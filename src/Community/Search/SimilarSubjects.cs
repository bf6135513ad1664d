using Community.Data;
using Community.Search.Analysis;
using Community.Shared;

namespace Community.Search;

/// <summary>Subjects that may say already what somebody is about to write: any of its words, the rare ones first.</summary>
public sealed class SimilarSubjects(CommunityData data, NearSubjects near)
{
    public const int Most = 5;

    // Longer than any title.
    private const int Longest = SearchQuery.MaxLength;

    // Of two letters as good as everything begins so.
    private const int ShortestBegun = 3;

    /// <param name="actor">Who writes.</param>
    /// <param name="kind">Topics or ideas.</param>
    /// <param name="title">So far; the last word may go on.</param>
    /// <param name="text">So far, as Markdown or plain.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<IReadOnlyList<SearchHit>> Run(Actor actor, ContentKind kind, string? title, string? text = null, int most = Most, CancellationToken cancel = default) =>
        data.Read(db => near.Run(db, actor, kind, SearchText.Of(Begin(title), text ?? ""), Wanted.Grammar(Begin(title)), text is null ? Begun(Begin(title)) : null, null, most, cancel), cancel);

    private static string Begin(string? title) => title is { Length: > Longest } ? title[..Longest] : title ?? "";

    private static Term? Begun(string title) => Analyser.Tokens(title) is [.., { IsLast: false } last] && last.Start + last.Length == title.Length && last.Term.Length >= ShortestBegun && last.Term.All(char.IsAsciiLetterOrDigit)
        ? new Term(last.Term, true)
        : null;
}
