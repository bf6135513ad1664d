namespace Community.Imports;

/// <summary>What an operator chooses about the forum that a source of its own gets; an earlier run's stays as it is.</summary>
/// <param name="Name">The source's name where it is null.</param>
/// <param name="Audience">Who reads it; members of that audience write in it.</param>
public sealed record ForumChoice(string? Name = null, string Audience = Shared.Audience.Everyone)
{
    internal string WriteAudience => Audience == Shared.Audience.Everyone ? Shared.Audience.Members : Audience;
}
