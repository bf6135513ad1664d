namespace Community.Data;

/// <summary>Recomputes what a capability keeps ready (counters, copies, keys) from what it follows from.</summary>
public interface IVerify
{
    /// <summary>Kebab-case, for the report.</summary>
    string Name { get; }

    /// <summary>One sentence for each difference, at most a few hundred; empty where all is true.</summary>
    Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel);
}
