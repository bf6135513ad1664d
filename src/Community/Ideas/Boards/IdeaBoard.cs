using Community.Data;
using Community.Shared;

namespace Community.Ideas.Boards;

/// <summary>A place for ideas, with rules of its own.</summary>
public sealed class IdeaBoard : Entity
{
    /// <summary>Unique, in the address.</summary>
    public required string Slug { get; set; }

    public required LocalizedText Name { get; set; }

    /// <summary>What is asked of an idea here; shown above the list and beside the form.</summary>
    public LocalizedText Rules { get; set; } = LocalizedText.Empty;

    /// <summary>One of the twelve hues of the stylesheet, 0 to 11.</summary>
    public int Hue { get; set; }

    public int Order { get; set; }

    public string ReadAudience { get; set; } = Audience.Everyone;

    public string SubmitAudience { get; set; } = Audience.Members;

    /// <summary>The statuses that the team gives here, beside open.</summary>
    public required IReadOnlyList<IdeaStatus> Statuses { get; set; }

    /// <summary>Whether a vote here is one of the few that a member has at a time.</summary>
    public bool HasBudget { get; set; }

    /// <summary>Whether everybody sees who backs an idea.</summary>
    public bool ShowsBackers { get; set; } = true;

    /// <summary>Whether an idea takes no votes before the team has opened it.</summary>
    public bool ReviewsFirst { get; set; }

    /// <summary>Within how many days the team means to answer; null for no promise.</summary>
    public int? AnswerDays { get; set; }

    /// <summary>Readable as before, but takes no new ideas, votes or comments.</summary>
    public bool IsArchived { get; set; }

    /// <summary>Visible ideas, those that were merged into others not counted.</summary>
    public int IdeaCount { get; set; }

    /// <summary>What an idea is once it is seen.</summary>
    public IdeaStatus FirstStatus => ReviewsFirst ? IdeaStatus.Submitted : IdeaStatus.Open;
}
