using Community.Data;

namespace Community.Tests.Support;

/// <summary>Writes down what happened, after each commit, in order.</summary>
public sealed class Heard<TEvent> : IAfterCommit<TEvent>
    where TEvent : IEvent
{
    private readonly List<TEvent> events = [];

    public IReadOnlyList<TEvent> Events => events;

    /// <summary>What a test does in the moment after.</summary>
    public Action? Then { get; set; }

    public Task AfterCommit(TEvent happened, CancellationToken cancel)
    {
        events.Add(happened);
        Then?.Invoke();
        return Task.CompletedTask;
    }
}
