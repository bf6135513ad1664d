namespace Community.Shared;

/// <summary>One stretch of a list, and the opaque cursor with which the next one is asked for.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">Null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    public static readonly Page<T> Empty = new([], null);

    /// <summary>The page out of rows that were read one further than it is long.</summary>
    public static Page<T> Of(IReadOnlyList<T> rows, int size, Func<T, Cursor> cursorOf) =>
        rows.Count <= size ? new(rows, null) : new([.. rows.Take(size)], cursorOf(rows[size - 1]).ToString());
}
