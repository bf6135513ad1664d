namespace Community.Discussions.Reading;

/// <summary>Windows around reading, from the section <c>Community:Reading</c>.</summary>
public sealed class ReadingLimits
{
    public const string Section = "Community:Reading";

    /// <summary>Half an hour without anything new read ends a visit: until then the line "new since your last visit" stays where it was.</summary>
    public TimeSpan VisitLasts { get; set; } = TimeSpan.FromMinutes(30);
}
