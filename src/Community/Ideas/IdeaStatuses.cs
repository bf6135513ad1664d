using System.Collections.Frozen;

namespace Community.Ideas;

/// <summary>Which status follows which, and what each means for votes and words.</summary>
public static class IdeaStatuses
{
    // The one table. What was decided by mistake can be opened again. Held comes and goes with the moderators' decisions, merged with merging: nobody chooses them.
    private static readonly FrozenDictionary<IdeaStatus, IdeaStatus[]> Moves = new Dictionary<IdeaStatus, IdeaStatus[]>
    {
        [IdeaStatus.Submitted] = [IdeaStatus.Held, IdeaStatus.Open, IdeaStatus.Declined, IdeaStatus.Merged],
        [IdeaStatus.Held] = [IdeaStatus.Submitted, IdeaStatus.Open],
        [IdeaStatus.Open] = [IdeaStatus.Held, IdeaStatus.UnderReview, IdeaStatus.Planned, IdeaStatus.InProgress, IdeaStatus.Shipped, IdeaStatus.Declined, IdeaStatus.Merged, IdeaStatus.Expired],
        [IdeaStatus.UnderReview] = [IdeaStatus.Open, IdeaStatus.Planned, IdeaStatus.InProgress, IdeaStatus.Shipped, IdeaStatus.Declined, IdeaStatus.Merged, IdeaStatus.Expired],
        [IdeaStatus.Planned] = [IdeaStatus.Open, IdeaStatus.UnderReview, IdeaStatus.InProgress, IdeaStatus.Shipped, IdeaStatus.Declined, IdeaStatus.Merged],
        [IdeaStatus.InProgress] = [IdeaStatus.Open, IdeaStatus.Planned, IdeaStatus.Shipped, IdeaStatus.Declined, IdeaStatus.Merged],
        [IdeaStatus.Shipped] = [IdeaStatus.Open, IdeaStatus.InProgress],
        [IdeaStatus.Declined] = [IdeaStatus.Open, IdeaStatus.UnderReview, IdeaStatus.Planned, IdeaStatus.Merged],
        [IdeaStatus.Merged] = [IdeaStatus.Submitted, IdeaStatus.Open, IdeaStatus.UnderReview, IdeaStatus.Planned, IdeaStatus.InProgress, IdeaStatus.Declined, IdeaStatus.Expired],
        [IdeaStatus.Expired] = [IdeaStatus.Open, IdeaStatus.Merged],
    }.ToFrozenDictionary();

    /// <summary>Those that a board can do without; the others every board has.</summary>
    public static readonly IReadOnlyList<IdeaStatus> OfBoards =
        [IdeaStatus.UnderReview, IdeaStatus.Planned, IdeaStatus.InProgress, IdeaStatus.Shipped, IdeaStatus.Declined, IdeaStatus.Expired];

    /// <summary>Those on the roadmap, in its order.</summary>
    public static readonly IReadOnlyList<IdeaStatus> OfRoadmap = [IdeaStatus.Planned, IdeaStatus.InProgress, IdeaStatus.Shipped];

    public static bool CanBecome(this IdeaStatus from, IdeaStatus to) => Moves[from].Contains(to);

    /// <summary>Whether it takes votes, and those it has are spent.</summary>
    public static bool IsOpen(this IdeaStatus status) => status is IdeaStatus.Open or IdeaStatus.UnderReview or IdeaStatus.Planned or IdeaStatus.InProgress;

    /// <summary>Whether it stands in the lists: it takes votes, or waits for the team to let it.</summary>
    public static bool IsUndecided(this IdeaStatus status) => status is IdeaStatus.Submitted || status.IsOpen();

    /// <summary>Whether people are owed a sentence with it.</summary>
    public static bool NeedsText(this IdeaStatus status) => status is IdeaStatus.Planned or IdeaStatus.Shipped or IdeaStatus.Declined;

    /// <summary>What the team may choose for an idea that stands at <paramref name="from"/>, in a board with these statuses.</summary>
    public static IEnumerable<IdeaStatus> ChoicesFrom(IdeaStatus from, IReadOnlyList<IdeaStatus> ofBoard) => from is IdeaStatus.Held or IdeaStatus.Merged
        ? []
        : Moves[from].Where(to => to == IdeaStatus.Open || ofBoard.Contains(to));
}
