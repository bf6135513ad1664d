namespace Community.Discussions;

/// <summary>A text that may be written: tidied, measured, rendered.</summary>
public sealed record PreparedText(string Body, string Html, string? Language, IReadOnlyList<string> Mentions, IReadOnlyList<long> QuotedPostIds);
