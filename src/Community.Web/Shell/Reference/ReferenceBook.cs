namespace Community.Web.Shell.Reference;

/// <summary>What the page about the API tells: the OpenAPI document in the order of reading.</summary>
/// <param name="About">What holds for every call.</param>
internal sealed record ReferenceBook(string About, IReadOnlyList<ReferenceBook.Chapter> Chapters, IReadOnlyList<WireType> Types)
{
    /// <summary>The calls under one heading.</summary>
    public sealed record Chapter(string Name, string Text, IReadOnlyList<Call> Calls);
}
