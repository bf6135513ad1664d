using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community.Data;

/// <summary>Brings an event to its handlers, in the order in which the modules registered them.</summary>
public sealed partial class EventDispatcher(IServiceProvider services, ILogger<EventDispatcher> logger)
{
    private static readonly ConcurrentDictionary<Type, Route> Routes = new();

    public Task InTransaction(IEvent happened, CommunityDb db, CancellationToken cancel) =>
        RouteOf(happened).Handle(services, happened, db, cancel);

    public async Task AfterCommit(IEvent happened)
    {
        foreach (var run in RouteOf(happened).Afterwards(services, happened))
        {
            try
            {
                await run();
            }
            catch (Exception failure)
            {
                Dropped(logger, failure, happened.GetType().Name);
            }
        }
    }

    private static Route RouteOf(IEvent happened) =>
        Routes.GetOrAdd(happened.GetType(), type => (Route)Activator.CreateInstance(typeof(Route<>).MakeGenericType(type))!);

    [LoggerMessage(LogLevel.Error, "After the commit of {Event} a receiver failed; a reload is the truth")]
    private static partial void Dropped(ILogger logger, Exception failure, string @event);

    private abstract class Route
    {
        public abstract Task Handle(IServiceProvider services, IEvent happened, CommunityDb db, CancellationToken cancel);

        public abstract IEnumerable<Func<Task>> Afterwards(IServiceProvider services, IEvent happened);
    }

    private sealed class Route<TEvent> : Route
        where TEvent : IEvent
    {
        public override async Task Handle(IServiceProvider services, IEvent happened, CommunityDb db, CancellationToken cancel)
        {
            foreach (var handler in services.GetServices<IHandle<TEvent>>())
                await handler.Handle((TEvent)happened, db, cancel);
        }

        public override IEnumerable<Func<Task>> Afterwards(IServiceProvider services, IEvent happened) =>
            services.GetServices<IAfterCommit<TEvent>>().Select(r => (Func<Task>)(() => r.AfterCommit((TEvent)happened, CancellationToken.None)));
    }
}
