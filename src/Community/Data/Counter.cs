namespace Community.Data;

/// <summary>The last public number given out of one kind (topics, later ideas, photos, events).</summary>
public sealed class Counter
{
    public required string Kind { get; init; }

    public long Last { get; set; }
}
