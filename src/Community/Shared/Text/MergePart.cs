namespace Community.Shared;

/// <summary>Who changed a stretch of a text that two people edited from the same beginning.</summary>
public enum MergeKind
{
    /// <summary>Nobody.</summary>
    Same,
    Theirs,
    Mine,

    /// <summary>Both, in the same way.</summary>
    Alike,

    /// <summary>Both, each in another way.</summary>
    Conflict,
}

/// <summary>Which words are taken where two texts differ.</summary>
public enum MergeChoice
{
    Theirs,
    Mine,

    /// <summary>Theirs, and mine after them.</summary>
    Both,
}

/// <summary>A stretch of three versions of a text. All parts joined, each version is whole again.</summary>
/// <param name="Kind">Who changed it.</param>
/// <param name="Before">What both began with.</param>
/// <param name="Theirs">What it says now.</param>
/// <param name="Mine">What I made of it.</param>
public sealed record MergePart(MergeKind Kind, string Before, string Theirs, string Mine)
{
    public bool IsChange => Kind is not (MergeKind.Same or MergeKind.Alike);

    /// <summary>What is taken where nobody chose; null where somebody has to.</summary>
    public MergeChoice? Natural => Kind switch
    {
        MergeKind.Conflict => null,
        MergeKind.Theirs => MergeChoice.Theirs,
        _ => MergeChoice.Mine,
    };

    public string Of(MergeChoice choice) => choice switch
    {
        MergeChoice.Theirs => Theirs,
        MergeChoice.Mine => Mine,
        _ => Theirs + Seam + Mine,
    };

    private string Seam
    {
        get
        {
            if (Theirs.Length == 0 || Mine.Length == 0 || char.IsWhiteSpace(Theirs[^1]) || char.IsWhiteSpace(Mine[0]))
                return "";
            return Theirs.Contains('\n') || Mine.Contains('\n') ? "\n" : " ";
        }
    }
}
