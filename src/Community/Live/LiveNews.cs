namespace Community.Live;

/// <summary>What a watcher of a discussion is told of.</summary>
[Flags]
public enum LiveNews
{
    None = 0,

    /// <summary>Something visible changed, or who may read it.</summary>
    Change = 1,

    /// <summary>Who is here, or who writes.</summary>
    People = 2,
}
