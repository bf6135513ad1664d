using Community.Members;
using Community.Shared;

namespace Community.Discussions;

/// <summary>A reply that somebody of the brand or the staff gave as such.</summary>
public sealed record OfficialPost
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required MemberSummary Author { get; init; }

    /// <summary>What it stands under.</summary>
    public required ContentKind Kind { get; init; }

    public required long SubjectNumber { get; init; }

    public required string SubjectSlug { get; init; }

    public required string SubjectTitle { get; init; }

    public required string? SubjectLanguage { get; init; }
}
