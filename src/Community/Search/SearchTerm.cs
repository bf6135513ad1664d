namespace Community.Search;

/// <summary>In how many entries a term stands: rare words say more. Kept up by a job, so that writers do not meet here.</summary>
public sealed class SearchTerm
{
    /// <summary>No term, but how many entries are counted.</summary>
    public const string AllEntries = "#entries";

    /// <summary>No term, but how many tokens they have.</summary>
    public const string AllTokens = "#tokens";

    /// <summary>No term, but that everything from before there was a search has its entry.</summary>
    public const string IsWhole = "#whole";

    public required string Term { get; init; }

    public long Documents { get; set; }
}

/// <summary>Tokens of an entry that was counted and is gone or says something else; until they are taken off the counts.</summary>
public sealed class SearchForgotten
{
    public required long Id { get; init; }

    public required string Tokens { get; init; }

    public required int Length { get; init; }
}
