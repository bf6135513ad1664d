namespace Community.Members;

/// <summary>One answer to one question, kept for ever: the latest row of a purpose is what holds. Append-only.</summary>
public sealed class ConsentRecord
{
    public required long Id { get; init; }

    public required long MemberId { get; init; }

    /// <summary>Such as <c>digest</c>, <c>terms</c>, <c>rules</c>, <c>minimum-age</c>.</summary>
    public required string Purpose { get; init; }

    public required bool Granted { get; init; }

    /// <summary>The version of the text that was shown; 0 where it has none.</summary>
    public required int TextVersion { get; init; }

    /// <summary>The screen that asked, such as <c>register</c>.</summary>
    public required string Surface { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }
}
