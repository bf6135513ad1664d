namespace Community.Data.Moving;

/// <summary>Says of a database that a community was moved into it, and from where; what is not finished may be gone on with.</summary>
public sealed class StoreMove
{
    public required long Id { get; init; }

    /// <summary>The place of the database that is moved.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }
}
