namespace Community.Ideas;

/// <summary>The orders of the list of open ideas. Each is one index.</summary>
public enum IdeaSort
{
    Hot,
    Top,
    New,
    Discussed,

    /// <summary>Without an official answer, the longest wait first.</summary>
    Waiting,

    /// <summary>The share of those who saw it that back it, at least.</summary>
    Rate,
}
