namespace Community.Imports;

/// <summary>One run of an import, for the record and for the next run to go on from.</summary>
public sealed class ImportRun
{
    public required long Id { get; init; }

    public required string Format { get; init; }

    /// <summary>What tells one source from another of the same format, such as the folder's name.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public int Added { get; set; }

    public int Skipped { get; set; }
}

/// <summary>That something from a source is already here, and what it became.</summary>
public sealed class ImportedItem
{
    public required string Source { get; init; }

    /// <summary>Such as <c>member</c>, <c>topic</c>, <c>post</c>.</summary>
    public required string Kind { get; init; }

    public required string Key { get; init; }

    public required long ContentId { get; init; }
}
