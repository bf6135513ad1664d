namespace Community.Client;

/// <summary>One stretch of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">The opaque cursor that asks for the stretch after this one, as <c>after</c>; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
