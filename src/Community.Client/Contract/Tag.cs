namespace Community.Client;

/// <summary>A tag.</summary>
/// <param name="Name">As its first user wrote it.</param>
/// <param name="Key">Stands in its address.</param>
/// <param name="Count">How many visible topics carry it.</param>
public sealed record Tag(string Name, string Key, int Count);
