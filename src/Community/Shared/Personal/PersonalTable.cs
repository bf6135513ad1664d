using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Shared.Personal;

/// <summary>What a table holds about people, as one rule: how it is found, exported and erased.</summary>
public sealed record PersonalTable
{
    private PersonalTable()
    {
    }

    /// <summary>The entity.</summary>
    public required Type Row { get; init; }

    /// <summary>Kebab-case: the file in the download, and the key of the words on the member's page.</summary>
    public required string Name { get; init; }

    public required Erasing Erasing { get; init; }

    /// <summary>The properties that this rule speaks for; all of them where rows are deleted.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Why the download leaves it out; null where it is a file of it.</summary>
    public string? NotExported { get; init; }

    /// <summary>Why it is kept; for <see cref="Erasing.Kept"/>.</summary>
    public string? KeptBecause { get; init; }

    /// <summary>How many rows there are of a member.</summary>
    public required Func<CommunityDb, long, CancellationToken, Task<int>> Count { get; init; }

    /// <summary>How many rows of a member still have words, where an erasure takes those.</summary>
    public Func<CommunityDb, long, CancellationToken, Task<int>>? WithWords { get; init; }

    /// <param name="name">What <see cref="Name"/> says.</param>
    /// <param name="erasing">What becomes of them.</param>
    /// <param name="of">The rows of a member.</param>
    /// <param name="columns">What <see cref="Columns"/> says.</param>
    public static PersonalTable Of<TRow>(string name, Erasing erasing, Func<CommunityDb, long, IQueryable<TRow>> of, params IReadOnlyList<string> columns)
        where TRow : class => new()
        {
            Row = typeof(TRow),
            Name = name,
            Erasing = erasing,
            Columns = columns,
            Count = (db, member, cancel) => of(db, member).CountAsync(cancel),
        };
}
