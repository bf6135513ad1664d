namespace Community.Data.Moving;

/// <summary>How many rows a table has, and a SHA-256 over all of them that is the same on every engine.</summary>
public sealed record TableHash(string Table, long Rows, string Hash);
