using Community.Data;

namespace Community.Shared;

/// <summary>
/// The search port: what the subjects of one kind give to be found. Queries, so that what a reader may see, operators and order are
/// asked of the database in one go.
/// </summary>
public interface ISearchable
{
    ContentKind Kind { get; }

    /// <summary>What everybody who can see the subject may read: visible posts, and the openings of visible subjects.</summary>
    IQueryable<SearchablePost> Posts(CommunityDb db);

    /// <summary>One of them as it stands within a write, saved or not; null where there is nothing to be found.</summary>
    Task<SearchablePost?> Post(CommunityDb db, long id, CancellationToken cancel);

    /// <summary>The subjects that the actor may read.</summary>
    IQueryable<SearchableSubject> Subjects(CommunityDb db, Actor actor);

    /// <summary>The places, such as forums, whose subjects the actor may read.</summary>
    IQueryable<SearchablePlace> Places(CommunityDb db, Actor actor);
}

public sealed class SearchablePost
{
    public required long Id { get; init; }

    public required long DiscussionId { get; init; }

    public required int Number { get; init; }

    public required long? AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string? Language { get; init; }

    /// <summary>Empty where the words of an opening are gone and its subject is not.</summary>
    public required string Html { get; init; }

    /// <summary>The subject's, with its opening alone.</summary>
    public required string? Title { get; init; }
}

public sealed class SearchableSubject
{
    public required long Id { get; init; }

    /// <summary>The public number, in the address.</summary>
    public required long Number { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string? Language { get; init; }

    public required long PlaceId { get; init; }

    /// <summary>The address of where it stands, such as its forum.</summary>
    public required string PlaceSlug { get; init; }

    public required LocalizedText PlaceName { get; init; }

    public required int PlaceHue { get; init; }

    public required bool IsSolved { get; init; }

    public required int Replies { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    /// <summary>The name of how far it has come; null for what does not come anywhere.</summary>
    public string? Status { get; init; }

    /// <summary>How many back it, where that can be done.</summary>
    public int? Backers { get; init; }
}

public sealed class SearchablePlace
{
    public required long Id { get; init; }

    public required string Slug { get; init; }

    public required LocalizedText Name { get; init; }
}
