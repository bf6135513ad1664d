using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>The order of a list of open ideas.</summary>
[JsonConverter(typeof(OpenEnum<IdeaSort>))]
public enum IdeaSort
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>The most backed lately first; among the first ones some that few have seen.</summary>
    Hot,

    /// <summary>The most backed first.</summary>
    Top,

    /// <summary>The last submitted first.</summary>
    New,

    /// <summary>The most commented first.</summary>
    Discussed,

    /// <summary>Without an official answer, the longest wait first.</summary>
    Waiting,

    /// <summary>Backed by the largest share of those who saw it first.</summary>
    Rate,
}

/// <summary>The period that <see cref="IdeaSort.Top"/> counts: the calendar's, by UTC.</summary>
[JsonConverter(typeof(OpenEnum<IdeaPeriod>))]
public enum IdeaPeriod
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>This week.</summary>
    Week,

    /// <summary>This month.</summary>
    Month,

    /// <summary>This year.</summary>
    Year,
}

/// <summary>Which ideas a list holds. What is left out is the server's: all boards, open ideas, the hottest first.</summary>
public sealed record IdeaQuery
{
    /// <summary>The slug of a board.</summary>
    public string? Board { get; init; }

    /// <summary>The order of open ideas. Not together with <see cref="Status"/>.</summary>
    public IdeaSort? Sort { get; init; }

    /// <summary>With <see cref="IdeaSort.Top"/>: what counts; null for all time.</summary>
    public IdeaPeriod? Period { get; init; }

    /// <summary>Only ideas with this status, the latest to get there first.</summary>
    public IdeaStatus? Status { get; init; }
}

/// <summary>An idea as a line of a list.</summary>
public record Idea
{
    /// <summary>Its public number, which stands in its address and never changes.</summary>
    public required long Number { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>The title for the address.</summary>
    public required string Slug { get; init; }

    /// <summary>The language of the title, <c>ja</c>, <c>en</c> or null where it could not be told.</summary>
    public required string? Language { get; init; }

    /// <summary>Where it stands.</summary>
    public required ForumLine Board { get; init; }

    /// <summary>Whose idea it is; null where that is a person without a name here.</summary>
    public required Person? Author { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public required IdeaStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset StatusAt { get; init; }

    /// <summary>When the team first answered it; null where it has not.</summary>
    public required DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>People whose vote counts, over this idea and those merged into it, each once.</summary>
    public required int BackerCount { get; init; }

    /// <summary>Visible comments.</summary>
    public required int CommentCount { get; init; }

    /// <summary>People who saw it.</summary>
    public required int SeenCount { get; init; }

    /// <summary>When its last post came.</summary>
    public required DateTimeOffset LastPostAt { get; init; }

    /// <summary>In the author's order.</summary>
    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>Whether the member backs it.</summary>
    public required bool IsBacked { get; init; }

    /// <summary>How many began to back it in the period that the list is about; null elsewhere.</summary>
    public int? InPeriod { get; init; }

    /// <summary>Whether it stands in the list because few have seen it.</summary>
    public bool IsRarelySeen { get; init; }
}

/// <summary>An idea by itself. One that was merged says into which, and has its own text and comments still.</summary>
public sealed record IdeaDetails : Idea
{
    /// <summary>The opaque id of the idea, which is also that of its discussion.</summary>
    public required string Id { get; init; }

    /// <summary>The highest number that a post of it has.</summary>
    public required int LastNumber { get; init; }

    /// <summary>Raised by every visible change of the idea or one of its posts.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>The official answer.</summary>
    public required Post? Answer { get; init; }

    /// <summary>Where it is told now; null while it stands for itself.</summary>
    public required IdeaLine? MergedInto { get; init; }

    /// <summary>What it was taken out of.</summary>
    public required IdeaLine? SplitFrom { get; init; }

    /// <summary>What is told together with it.</summary>
    public required IReadOnlyList<MergedIdea> MergedFrom { get; init; }

    /// <summary>What was taken out of it.</summary>
    public required IReadOnlyList<IdeaLine> SplitInto { get; init; }

    /// <summary>How it came to its status, the latest step first.</summary>
    public required IReadOnlyList<StatusStep> History { get; init; }

    /// <summary>How much it matters to those who said so; importances that nobody gave are left out.</summary>
    public required IReadOnlyDictionary<Importance, int> Importances { get; init; }

    /// <summary>How many votes the team passed on for people who are not here; not counted among the backers.</summary>
    public required int PassedOnCount { get; init; }

    /// <summary>The member's own vote; null where they do not back it.</summary>
    public required OwnVote? MyVote { get; init; }

    /// <summary>How many votes the member has left; null where votes are not counted.</summary>
    public required int? VotesLeft { get; init; }

    /// <summary>How much the member wants to hear of it.</summary>
    public required FollowLevel Follow { get; init; }
}

/// <summary>An idea as a link.</summary>
/// <param name="Number">Its public number.</param>
/// <param name="Slug">Its title for the address.</param>
/// <param name="Title">One line.</param>
/// <param name="Author">Whose idea it is; null where that is a person without a name here.</param>
public sealed record IdeaLine(long Number, string Slug, string Title, Person? Author);

/// <summary>An idea that is told together with another one.</summary>
/// <param name="Idea">Which one.</param>
/// <param name="BackerCount">Those who backed it itself, also where they back the other one too.</param>
/// <param name="CommentCount">Its visible comments.</param>
public sealed record MergedIdea(IdeaLine Idea, int BackerCount, int CommentCount);

/// <summary>A change of an idea's status.</summary>
/// <param name="From">The status before.</param>
/// <param name="To">The status after.</param>
/// <param name="At">When.</param>
/// <param name="By">Who decided; null where that is not known.</param>
/// <param name="PostId">The official answer that came with it; null where there was none.</param>
public sealed record StatusStep(IdeaStatus From, IdeaStatus To, DateTimeOffset At, Person? By, string? PostId);

/// <summary>A column of the roadmap.</summary>
/// <param name="Status">What its ideas have in common.</param>
/// <param name="Ideas">The first of them, the latest change first.</param>
/// <param name="Count">How many there are.</param>
public sealed record RoadmapLane(IdeaStatus Status, IReadOnlyList<Idea> Ideas, int Count);

/// <summary>Something that was asked for and is there.</summary>
/// <param name="Idea">The idea.</param>
/// <param name="Credits">Everybody whose idea went into it, each once.</param>
/// <param name="AnswerHtml">What was said when it was there, rendered; null where that is gone.</param>
/// <param name="AnswerLanguage">The language of that, where it could be told.</param>
public sealed record ShippedIdea(Idea Idea, IReadOnlyList<Person> Credits, string? AnswerHtml, string? AnswerLanguage);

/// <summary>An idea to submit.</summary>
/// <param name="Title">One line.</param>
/// <param name="Markdown">Its text.</param>
/// <param name="Tags">Names, in the wanted order.</param>
public sealed record NewIdea(string Title, string Markdown, IReadOnlyList<string>? Tags = null);

/// <summary>An idea that was submitted.</summary>
/// <param name="Number">Its public number.</param>
/// <param name="Slug">Its title for the address.</param>
/// <param name="Status">Such as <see cref="IdeaStatus.Held"/> where it waits for a moderator before others see it.</param>
public sealed record SubmittedIdea(long Number, string Slug, IdeaStatus Status);

/// <summary>What the team says of an idea.</summary>
/// <param name="To">The wanted status; the one that it has for an answer alone.</param>
/// <param name="Markdown">The official answer; needed with planned, shipped and declined.</param>
/// <param name="From">The status, one of those of <c>to</c>, that the decision was made in; another one by now is a conflict. Null where that does not matter.</param>
public sealed record StatusDecision(IdeaStatus To, string? Markdown = null, IdeaStatus? From = null);

/// <summary>Tells an idea together with another one.</summary>
/// <param name="Into">The number of the idea that stays.</param>
public sealed record IdeaMerge(long Into);

/// <summary>A second wish, taken out of an idea.</summary>
/// <param name="Title">One line.</param>
/// <param name="Markdown">Its text.</param>
public sealed record IdeaPart(string Title, string Markdown);

/// <summary>Moves an idea, with what is told together with it.</summary>
/// <param name="Board">The slug of the board that it goes to.</param>
/// <param name="Reason">For the log.</param>
public sealed record IdeaMove(string Board, string? Reason = null);
