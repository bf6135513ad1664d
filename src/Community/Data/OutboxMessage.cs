namespace Community.Data;

/// <summary>Something to be sent, written with the act that causes it and sent by a worker, at least once.</summary>
public sealed class OutboxMessage
{
    public required long Id { get; init; }

    /// <summary>Which sender takes it, such as <c>mail</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Messages of one recipient go out in order. A mail address stands here in the form by which accounts are found.</summary>
    public required string Recipient { get; init; }

    public required string Payload { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When the worker gave up.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    public int Attempts { get; set; }

    public string? LastError { get; private set; }

    /// <summary>Sent: what it said (a link that opens an account, say) is no longer needed, so it is no longer kept.</summary>
    public void Sent(DateTimeOffset now)
    {
        SentAt = now;
        Payload = "";
    }

    public void TryAgain(DateTimeOffset at, string error)
    {
        DueAt = at;
        LastError = error;
    }

    public void GiveUp(DateTimeOffset now, string error)
    {
        FailedAt = now;
        LastError = error;
        Payload = "";
    }
}
