namespace Community.Web.Hosting;

/// <summary>A refusal, as problem details (RFC 9457). Further members are the figures of the sentence, such as <c>seconds</c>.</summary>
/// <param name="Type">A reference to what this kind of refusal means.</param>
/// <param name="Title">A sentence for people, in the language of the call.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Code">The kind of refusal; stays as it is.</param>
/// <param name="Field">Which value of the request it is about.</param>
internal sealed record ApiProblemDetails(string Type, string Title, int Status, string Code, string? Field);
