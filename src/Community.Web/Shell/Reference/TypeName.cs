namespace Community.Web.Shell.Reference;

/// <summary>How a type is said: <c>list of </c>, <c>Topic</c>, <c> or null</c>.</summary>
/// <param name="Name">A named type that the page describes; null where the rest says it all.</param>
public sealed record TypeName(string Before, string? Name, string After);
