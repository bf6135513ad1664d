namespace Community.Data;

/// <summary>Something to be sent, written with the act that causes it and sent by a worker, at least once.</summary>
public sealed class OutboxMessage
{
    public required long Id { get; init; }

    /// <summary>Which sender takes it, such as <c>mail</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Messages of one recipient go out in order.</summary>
    public required string Recipient { get; init; }

    public required string Payload { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }
}
