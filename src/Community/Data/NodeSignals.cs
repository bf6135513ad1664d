using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Community.Data;

/// <summary>
/// Events that every process on the same database must hear of. Each names rows and numbers, never content, and is a
/// record that JSON holds whole.
/// </summary>
public interface IHeardEverywhere : IEvent;

/// <summary>The way of events between the processes on one database: out with the commit, in as if it had been committed here.</summary>
public sealed partial class NodeSignals(IDatabaseProvider provider, EventDispatcher dispatcher, ILogger<NodeSignals> logger)
{
    private readonly string self = Guid.NewGuid().ToString("N");

    internal async Task Send(CommunityDb db, IEnumerable<IEvent> events, CancellationToken cancel)
    {
        foreach (var happened in events.OfType<IHeardEverywhere>().Distinct())
        {
            var kind = happened.GetType();
            await provider.Signal(db, JsonSerializer.Serialize(new Signal(self, kind.FullName!, JsonSerializer.SerializeToElement(happened, kind))), cancel);
        }
    }

    /// <summary>Hears the others until the connection is lost or cancelled, which throws.</summary>
    /// <param name="listening">Runs when from now on nothing is missed.</param>
    public Task Listen(Func<Task> listening, CancellationToken cancel) => provider.Listen(listening, Hear, cancel);

    private async Task Hear(string text)
    {
        Signal? signal;
        try
        {
            signal = JsonSerializer.Deserialize<Signal>(text);
        }
        catch (JsonException)
        {
            signal = null;
        }

        // Anybody who may write to the database may also signal, and another version may have other events.
        if (signal?.Node == self)
            return;
        if (signal is null || typeof(NodeSignals).Assembly.GetType(signal.Kind) is not { } kind || !kind.IsAssignableTo(typeof(IHeardEverywhere)))
        {
            NotUnderstood(logger, text);
            return;
        }

        if (signal.Event.Deserialize(kind) is IEvent happened)
            await dispatcher.AfterCommit(happened);
    }

    private sealed record Signal(string Node, string Kind, JsonElement Event);

    [LoggerMessage(LogLevel.Warning, "A signal of another process was not understood: {Text}")]
    private static partial void NotUnderstood(ILogger logger, string text);
}
