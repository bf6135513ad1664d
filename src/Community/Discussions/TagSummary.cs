namespace Community.Discussions;

/// <param name="Key">What stands in the address.</param>
/// <param name="Count">How many visible subjects carry it.</param>
public sealed record TagSummary(string Name, string Key, int Count);
