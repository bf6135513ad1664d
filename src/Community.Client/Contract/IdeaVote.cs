using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>How much an idea matters to whoever backs it.</summary>
[JsonConverter(typeof(OpenEnum<Importance>))]
public enum Importance
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>Nice to have.</summary>
    Nice,

    /// <summary>Important.</summary>
    Important,

    /// <summary>Essential.</summary>
    Essential,
}

/// <summary>The vote that a member wants to have given. What is left out is not said.</summary>
/// <param name="Importance">How much it matters to them: <c>nice</c>, <c>important</c> or <c>essential</c>.</param>
/// <param name="Reason">Why, on one line; others read it where the board shows who backs an idea.</param>
public sealed record WantedVote(Importance? Importance = null, string? Reason = null);

/// <summary>A vote that was given.</summary>
/// <param name="IdeaNumber">The idea that it stands for: where one was merged, the other one.</param>
/// <param name="IsWaiting">Whether it counts later: the member's address is not confirmed yet, or their account too young.</param>
/// <param name="BackerCount">People whose vote counts.</param>
public sealed record GivenVote(long IdeaNumber, bool IsWaiting, int BackerCount);

/// <summary>The member's own vote for an idea.</summary>
/// <param name="Importance">How much it matters to them; null where they did not say.</param>
/// <param name="Reason">Why; null where they did not say.</param>
/// <param name="IsWaiting">Whether it counts later.</param>
public sealed record OwnVote(Importance? Importance, string? Reason, bool IsWaiting);

/// <summary>The votes that a member has in boards with a budget.</summary>
/// <param name="All">How many at a time.</param>
/// <param name="Spent">Those on open ideas; more than all where an idea was opened again.</param>
/// <param name="Left">Those that can still be given.</param>
public sealed record VoteBudget(int All, int Spent, int Left);

/// <summary>Somebody who backs an idea.</summary>
/// <param name="Id">Of the vote; another one once they say something else.</param>
/// <param name="Person">Null where they are no longer here; they are counted on.</param>
/// <param name="Importance">How much it matters to them; null where they did not say.</param>
/// <param name="Reason">Why; null where they did not say, and for whom it is hidden from.</param>
/// <param name="IsReasonHidden">Whether moderators alone read the reason; others are not told.</param>
/// <param name="Since">Since when.</param>
public sealed record Backer(string Id, Person? Person, Importance? Importance, string? Reason, bool IsReasonHidden, DateTimeOffset Since);

/// <summary>What somebody was about to submit who found that another idea says so already.</summary>
/// <param name="Title">What they had typed as the title.</param>
/// <param name="Markdown">What they had typed as the text.</param>
/// <remarks>Both together become a comment, where they are long enough for one.</remarks>
public sealed record UnsentIdea(string? Title = null, string? Markdown = null);

/// <summary>An idea that was backed in the place of submitting another one.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="Comment">What had been typed, as a comment; null where that was too short for one.</param>
public sealed record BackedIdea(GivenVote Vote, WrittenPost? Comment);

/// <summary>Says for somebody who is not here that they want an idea.</summary>
/// <param name="Name">Who, on one line; only the staff sees it.</param>
/// <param name="Evidence">Where they said so; only the staff sees it.</param>
public sealed record NewPassedOn(string Name, string Evidence);

/// <summary>What the team passed on for somebody who is not here.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Name">Who wants it.</param>
/// <param name="Evidence">Where they said so.</param>
/// <param name="At">When it was passed on.</param>
/// <param name="By">Who passed it on.</param>
public sealed record PassedOn(string Id, string Name, string Evidence, DateTimeOffset At, Person? By);
