namespace Community.Privacy;

/// <summary>That a member was erased: how far it has come, and afterwards the proof that it was done.</summary>
public sealed class Erasure
{
    public required long MemberId { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    public required bool KeepsTexts { get; init; }

    /// <summary>The administrator who did it; null for the member themselves.</summary>
    public required long? By { get; init; }

    /// <summary>The names that texts are searched for, one a line, the handle first; forgotten at the end.</summary>
    public required string Names { get; set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public void Finish(DateTimeOffset now) => (DoneAt, Names) = (now, "");
}
