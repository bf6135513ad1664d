namespace Community.Client;

/// <summary>How a topic is run as a live thread.</summary>
/// <param name="IsLive">Whether it is one; where not, only the reason counts besides.</param>
/// <param name="Reason">For the log.</param>
/// <param name="IsReadOnly">Only hosts and moderators write.</param>
/// <param name="SlowSeconds">The shortest time between two posts of one member, from 15 to 86,400; null for none.</param>
/// <param name="SlowUntil">When that ends by itself; null for never.</param>
/// <param name="Hosts">Handles.</param>
public sealed record LiveThread(bool IsLive, string Reason, bool IsReadOnly = false, int? SlowSeconds = null, DateTimeOffset? SlowUntil = null, IReadOnlyList<string>? Hosts = null);

/// <summary>How a live thread is being run.</summary>
public sealed record LiveState
{
    /// <summary>Only hosts and moderators write.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>The shortest time between two posts of one member; null for none.</summary>
    public required int? SlowSeconds { get; init; }

    /// <summary>When that ends by itself; null for never.</summary>
    public required DateTimeOffset? SlowUntil { get; init; }

    /// <summary>Who leads it.</summary>
    public required IReadOnlyList<Person> Hosts { get; init; }
}
