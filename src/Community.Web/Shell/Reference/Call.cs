namespace Community.Web.Shell.Reference;

/// <summary>One operation of the API.</summary>
/// <param name="NeedsToken">Visitors are refused.</param>
public sealed record Call(
    string Id,
    string Method,
    string Path,
    string Summary,
    string Description,
    bool NeedsToken,
    IReadOnlyList<Call.Parameter> Parameters,
    Call.Sample? Body,
    IReadOnlyList<Call.Reply> Replies)
{
    /// <param name="Place"><c>path</c>, <c>query</c> or <c>header</c>.</param>
    public sealed record Parameter(string Name, string Place, bool IsRequired, TypeName Type, string Text);

    /// <summary>A body as JSON, with every value of its type.</summary>
    public sealed record Sample(TypeName Type, string Text, string OnOneLine);

    /// <param name="Type">Null where there is no body.</param>
    public sealed record Reply(string Status, string Text, TypeName? Type);
}
