using Community.Data;

namespace Community.Search;

internal static class EntryChanges
{
    /// <summary>Brings an entry to what it should be, and notes what must be taken off the counts.</summary>
    /// <param name="db">The write.</param>
    /// <param name="ids">For the note.</param>
    /// <param name="kept">What is there; null where there is none.</param>
    /// <param name="wanted">What should be there; null for none.</param>
    public static void Keep(this CommunityDb db, Ids ids, SearchEntry? kept, SearchEntry? wanted)
    {
        if (kept?.Tokens == wanted?.Tokens)
            return;
        if (kept is { IsCounted: true })
            db.SearchForgotten.Add(new SearchForgotten { Id = ids.Next(), Tokens = kept.Tokens, Length = kept.Length });
        if (kept is null)
            db.SearchEntries.Add(wanted!);
        else if (wanted is null)
            db.SearchEntries.Remove(kept);
        else
            (kept.Tokens, kept.TitleTokens, kept.Length, kept.IsCounted) = (wanted.Tokens, wanted.TitleTokens, wanted.Length, false);
    }
}
