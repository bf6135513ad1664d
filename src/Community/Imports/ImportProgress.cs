namespace Community.Imports;

public enum ImportPhase
{
    /// <summary>Checking the files; counted in bytes, and nothing is written yet.</summary>
    Reading,

    /// <summary>Writing; counted in posts.</summary>
    Writing,
}

public readonly record struct ImportProgress(ImportPhase Phase, long Done, long Total);

/// <summary>A row that is not right, and why.</summary>
/// <param name="File">The file's name in the folder.</param>
/// <param name="Line">From 1; in a file that holds one document, the place in its list.</param>
/// <param name="Sentence">What is wrong with it.</param>
public sealed record RowProblem(string File, long Line, string Sentence)
{
    /// <summary>False where the row came in all the same.</summary>
    public bool IsLeftOut { get; init; } = true;
}

/// <summary>What a run did. A topic that was there already is not looked at again.</summary>
/// <param name="TopicsForStaff">Those of the added ones that not everybody could read in the source, or of which that cannot be told.</param>
public sealed record ImportSummary(
    int TopicsAdded, int TopicsHere, int PostsAdded, int Gaps, int MembersAdded, int ForumsAdded, int RowsSkipped, int TopicsForStaff)
{
    /// <summary>Those of an earlier run that everybody can read although the export by now keeps them from some; they are left as they are.</summary>
    public int TopicsStillOpen { get; init; }

    /// <summary>What the source holds and this community does not, such as "40 tag wikis".</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
