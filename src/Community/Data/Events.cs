namespace Community.Data;

/// <summary>Something that happened, in the past tense.</summary>
public interface IEvent;

/// <summary>Runs in the transaction that raised the event; if it throws, the act fails as a whole. Must not raise events.</summary>
public interface IHandle<in TEvent>
    where TEvent : IEvent
{
    Task Handle(TEvent happened, CommunityDb db, CancellationToken cancel);
}

/// <summary>Runs after the commit, in change order, before the act returns. A failure is logged and dropped.</summary>
public interface IAfterCommit<in TEvent>
    where TEvent : IEvent
{
    Task AfterCommit(TEvent happened, CancellationToken cancel);
}
