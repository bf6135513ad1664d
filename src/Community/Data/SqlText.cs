namespace Community.Data;

/// <summary>What LINQ has no word for that every engine understands alike.</summary>
public static class SqlText
{
    /// <summary>In a query: a to z for A to Z. <c>LIKE</c> tells them apart on one engine and not on the other.</summary>
    public static string Lower(string text) => throw new InvalidOperationException("Only a query can ask for this.");
}
