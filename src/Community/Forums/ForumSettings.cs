using System.Text.RegularExpressions;
using Community.Shared;

namespace Community.Forums;

/// <summary>What an administrator chooses about a forum.</summary>
/// <param name="Slug">Small Latin letters, digits and single hyphens; in the address.</param>
/// <param name="Name">At least one language.</param>
/// <param name="Description">One or two lines; may be empty.</param>
/// <param name="Hue">One of the twelve hues, 0 to 11.</param>
/// <param name="ParentId">A forum of the first level, or null to stand there itself.</param>
/// <param name="ReadAudience">A key of <see cref="Audience"/>.</param>
/// <param name="ReplyAudience">The same, members at the widest.</param>
/// <param name="StartAudience">The same; nobody for a forum that only the past fills.</param>
public sealed partial record ForumSettings(
    string Slug, LocalizedText Name, LocalizedText Description, int Hue, long? ParentId, string ReadAudience, string ReplyAudience, string StartAudience)
{
    public const int Hues = 12;
    public const int MaxSlug = 40;
    public const int MaxName = 60;
    public const int MaxDescription = 300;

    public static readonly IReadOnlyList<string> ReadAudiences = [.. Audience.All.Where(a => a != Audience.Nobody)];

    public static readonly IReadOnlyList<string> WriteAudiences = [.. Audience.All.Where(a => a != Audience.Everyone)];

    /// <summary>The same without what nobody meant to type.</summary>
    public ForumSettings Tidied() => this with
    {
        Slug = (Slug ?? "").Trim().ToLowerInvariant(),
        Name = Tidied(Name),
        Description = Tidied(Description),
    };

    /// <summary>What is wrong with the settings by themselves; whether slug and parent fit the other forums is for the act to say.</summary>
    public Problem? WhyNot()
    {
        if (Slug.Length > MaxSlug || !SlugForm().IsMatch(Slug))
            return Problem.Invalid("slug", "forum-slug-form", ("max", MaxSlug));
        if (Name.IsEmpty)
            return Problem.Invalid("name", "forum-name-missing");
        if (Lines(Name, new TextLimits("name", 0, 0, MaxName)) is { } name)
            return name;
        if (Lines(Description, new TextLimits("description", 0, 0, MaxDescription)) is { } description)
            return description;
        if (Hue is < 0 or >= Hues)
            return Problem.Invalid("hue", "forum-hue");
        if (!ReadAudiences.Contains(ReadAudience))
            return Problem.Invalid("readAudience", "audience-unknown");
        if (!WriteAudiences.Contains(ReplyAudience))
            return Problem.Invalid("replyAudience", "audience-unknown");
        return WriteAudiences.Contains(StartAudience) ? null : Problem.Invalid("startAudience", "audience-unknown");
    }

    internal void CopyTo(Forum forum)
    {
        forum.Slug = Slug;
        forum.Name = Name;
        forum.Description = Description;
        forum.Hue = Hue;
        forum.ParentId = ParentId;
        forum.ReadAudience = ReadAudience;
        forum.ReplyAudience = ReplyAudience;
        forum.StartAudience = StartAudience;
    }

    private static Problem? Lines(LocalizedText text, TextLimits limits) => TextRules.WhyNotLine(text.Ja, limits) ?? TextRules.WhyNotLine(text.En, limits);

    private static LocalizedText Tidied(LocalizedText? text) => new((text?.Ja ?? "").Trim(), (text?.En ?? "").Trim());

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex SlugForm();
}
