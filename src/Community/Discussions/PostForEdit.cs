using Community.Discussions.Contract;
using Community.Shared;

namespace Community.Discussions;

/// <summary>A post as an edit starts from it.</summary>
public sealed record PostForEdit
{
    /// <summary>Of the problem of an edit that started from an older version.</summary>
    public const string ConflictCode = "edit-conflict";

    public required long PostId { get; init; }

    public required int Number { get; init; }

    public required int Version { get; init; }

    public required string Body { get; init; }

    /// <summary>The subject's title; null but for an opening.</summary>
    public string? Title { get; init; }

    /// <summary>As they stand in the form, with commas.</summary>
    public string Tags { get; init; } = "";

    public IReadOnlyList<string> TagKeys { get; init; } = [];

    public required Author Author { get; init; }

    public required bool IsOwn { get; init; }

    /// <summary>The address of the subject inside the site.</summary>
    public required string Path { get; init; }

    /// <summary>How long that title may be; null but for an opening.</summary>
    public TextLimits? TitleLimits => Title is null ? null : Subject.TitleLimits;

    internal ISubject Subject { get; init; } = default!;

    /// <summary>The problem of an edit that started from an older version; it carries what stands there now.</summary>
    public Problem Conflict() => Problem.Conflict(ConflictCode) with
    {
        Field = "body",
        Args = new Dictionary<string, object> { ["version"] = Version, ["body"] = Body, ["title"] = Title ?? "", ["tags"] = Tags },
    };
}
