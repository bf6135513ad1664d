namespace Community.Browser.Tests.Seeded;

/// <summary>Where things stand in the seeded community.</summary>
internal sealed record Places
{
    /// <summary>A topic of three pages in Japanese, with everything a post can hold.</summary>
    public string LongTopic { get; init; } = "";

    /// <summary>A topic in which posts were removed, hidden and edited.</summary>
    public string StateTopic { get; init; } = "";

    /// <summary>A solved and pinned question in English.</summary>
    public string SolvedTopic { get; init; } = "";

    public string LockedTopic { get; init; } = "";

    /// <summary>An idea that is planned, with its answer, a merged one and three who back it.</summary>
    public string PlannedIdea { get; init; } = "";

    /// <summary>What was merged into it.</summary>
    public string MergedIdea { get; init; } = "";

    public string ShippedIdea { get; init; } = "";

    /// <summary>Aoi's post in the topic of states, changed after others had answered.</summary>
    public long EditedPost { get; init; }

    public long HiddenPost { get; init; }

    /// <summary>Ren's opening of the locked topic.</summary>
    public long OpeningOfRen { get; init; }

    /// <summary>Questions that only the tests of one class touch.</summary>
    public string QuestionForWriting { get; init; } = "";

    public string QuestionForDrafts { get; init; } = "";

    public string QuestionForKeyboard { get; init; } = "";
}
