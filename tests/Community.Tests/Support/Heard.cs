using Community.Data;

namespace Community.Tests.Support;

/// <summary>Writes down what happened, after each commit, in order.</summary>
public sealed class Heard<TEvent> : IAfterCommit<TEvent>
    where TEvent : IEvent
{
    private readonly List<TEvent> events = [];

    public IReadOnlyList<TEvent> Events => events;

    public Task AfterCommit(TEvent happened, CancellationToken cancel)
    {
        events.Add(happened);
        return Task.CompletedTask;
    }
}
