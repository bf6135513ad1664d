using System.Text.RegularExpressions;
using Community.Shared;

namespace Community.Ideas.Boards;

/// <summary>What an administrator chooses about a board.</summary>
/// <param name="Slug">Small Latin letters, digits and single hyphens; in the address.</param>
/// <param name="Name">At least one language.</param>
/// <param name="Rules">What is asked of an idea; may be empty.</param>
/// <param name="Hue">One of the twelve hues, 0 to 11.</param>
/// <param name="ReadAudience">A key of <see cref="Audience"/>.</param>
/// <param name="SubmitAudience">The same, members at the widest.</param>
/// <param name="Statuses">Of <see cref="IdeaStatuses.OfBoards"/>.</param>
/// <param name="HasBudget">Whether votes are few.</param>
/// <param name="ShowsBackers">Whether everybody sees who backs an idea.</param>
/// <param name="ReviewsFirst">Whether the team opens each idea for votes.</param>
/// <param name="AnswerDays">1 to 365, or null for no promise.</param>
public sealed partial record BoardSettings(
    string Slug, LocalizedText Name, LocalizedText Rules, int Hue, string ReadAudience, string SubmitAudience,
    IReadOnlyList<IdeaStatus> Statuses, bool HasBudget, bool ShowsBackers, bool ReviewsFirst, int? AnswerDays)
{
    public const int Hues = 12;
    public const int MaxSlug = 40;
    public const int MaxName = 60;
    public const int MaxRules = 1_000;
    public const int MaxAnswerDays = 365;

    public static readonly IReadOnlyList<string> ReadAudiences = [.. Audience.All.Where(a => a != Audience.Nobody)];

    public static readonly IReadOnlyList<string> SubmitAudiences = [.. Audience.All.Where(a => a != Audience.Everyone)];

    /// <summary>The same without what nobody meant to type, the statuses in their order.</summary>
    public BoardSettings Tidied() => this with
    {
        Slug = (Slug ?? "").Trim().ToLowerInvariant(),
        Name = Tidied(Name),
        Rules = Tidied(Rules),
        Statuses = [.. IdeaStatuses.OfBoards.Where((Statuses ?? []).Contains)],
    };

    /// <summary>What is wrong with the settings by themselves; whether the slug is free is for the act to say.</summary>
    public Problem? WhyNot()
    {
        if (Slug.Length > MaxSlug || !SlugForm().IsMatch(Slug))
            return Problem.Invalid("slug", "forum-slug-form", ("max", MaxSlug));
        if (Name.IsEmpty)
            return Problem.Invalid("name", "forum-name-missing");
        var names = new TextLimits("name", 0, 0, MaxName);
        if ((TextRules.WhyNotLine(Name.Ja, names) ?? TextRules.WhyNotLine(Name.En, names)) is { } name)
            return name;
        var lines = new TextLimits("description", 0, 0, MaxRules);
        if ((TextRules.WhyNotBody(Rules.Ja, lines) ?? TextRules.WhyNotBody(Rules.En, lines)) is { } rules)
            return rules with { Field = "rules" };
        if (Hue is < 0 or >= Hues)
            return Problem.Invalid("hue", "forum-hue");
        if (!ReadAudiences.Contains(ReadAudience))
            return Problem.Invalid("readAudience", "audience-unknown");
        if (!SubmitAudiences.Contains(SubmitAudience))
            return Problem.Invalid("submitAudience", "audience-unknown");
        return AnswerDays is < 1 or > MaxAnswerDays ? Problem.Invalid("answerDays", "answer-days", ("max", MaxAnswerDays)) : null;
    }

    internal static BoardSettings Of(IdeaBoard board) => new(
        board.Slug, board.Name, board.Rules, board.Hue, board.ReadAudience, board.SubmitAudience,
        board.Statuses, board.HasBudget, board.ShowsBackers, board.ReviewsFirst, board.AnswerDays);

    internal void CopyTo(IdeaBoard board)
    {
        (board.Slug, board.Name, board.Rules, board.Hue) = (Slug, Name, Rules, Hue);
        (board.ReadAudience, board.SubmitAudience, board.Statuses) = (ReadAudience, SubmitAudience, Statuses);
        (board.HasBudget, board.ShowsBackers, board.ReviewsFirst, board.AnswerDays) = (HasBudget, ShowsBackers, ReviewsFirst, AnswerDays);
    }

    public bool Equals(BoardSettings? other) => other is not null && (Slug, Name, Rules, Hue, ReadAudience, SubmitAudience, HasBudget, ShowsBackers, ReviewsFirst, AnswerDays)
        == (other.Slug, other.Name, other.Rules, other.Hue, other.ReadAudience, other.SubmitAudience, other.HasBudget, other.ShowsBackers, other.ReviewsFirst, other.AnswerDays)
        && Statuses.SequenceEqual(other.Statuses);

    public override int GetHashCode() => HashCode.Combine(Slug, Name, Rules);

    private static LocalizedText Tidied(LocalizedText? text) => new(Normal(text?.Ja), Normal(text?.En));

    private static string Normal(string? text) => TextRules.Normalise(text ?? "").Trim();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex SlugForm();
}
