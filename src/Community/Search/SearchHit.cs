using Community.Members;
using Community.Shared;

namespace Community.Search;

/// <summary>Where a subject stands.</summary>
public sealed record SearchPlace(long Id, string Slug, LocalizedText Name, int Hue);

/// <summary>One thing that was found: a post or a subject, a tag, or a member; the others are null.</summary>
public sealed record SearchHit(long Id)
{
    public PostHit? Post { get; init; }

    public TagHit? Tag { get; init; }

    public MemberHit? Member { get; init; }
}

/// <param name="Kind">Of the subject that it stands under.</param>
/// <param name="Number">In its discussion; 1 is the subject itself.</param>
/// <param name="SubjectNumber">The public number, in the address.</param>
/// <param name="Title">The subject's, with what was looked for.</param>
/// <param name="Text">The part of the post that fits best; empty where its words are gone.</param>
/// <param name="Author">Null for a gap of an import.</param>
public sealed record PostHit(
    ContentKind Kind, int Number, long SubjectId, long SubjectNumber, string SubjectSlug, Snippet Title, string? TitleLanguage, Snippet Text, string? Language,
    MemberSummary? Author, DateTimeOffset CreatedAt, SearchPlace Place, bool IsSolved, int Replies, DateTimeOffset LastAt, string? Status, int? Backers);

/// <param name="Count">How many subjects carry it that the reader finds.</param>
public sealed record TagHit(Snippet Name, string Key, int Count);

public sealed record MemberHit(MemberSummary Member, Snippet Name, int PostCount);
