namespace Community.Shared;

/// <summary>Takes back the staff acts of one family, such as hiding and restoring, by running the opposite act, which is logged like any other.</summary>
public interface IUndo
{
    /// <summary>The actions of the family. Of one subject only the latest of them can be taken back.</summary>
    IReadOnlySet<string> Actions { get; }

    Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel);
}

/// <summary>An act as the log kept it.</summary>
public sealed record LoggedAct(string Action, ContentRef Subject, string? Before, string? After);
