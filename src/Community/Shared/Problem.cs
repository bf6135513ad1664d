namespace Community.Shared;

public enum ProblemKind
{
    NotFound,
    Forbidden,
    Invalid,
    Conflict,
    TooFast,
}

/// <summary>An expected refusal. The sentence for the member stands in the resources under <paramref name="Code"/>.</summary>
/// <param name="Kind">What kind of refusal: decides the status code.</param>
/// <param name="Code">Kebab-case and stable; also the last part of the API's problem type.</param>
/// <param name="Field">The input field beside which the sentence is shown.</param>
/// <param name="Args">Named figures for the sentence, such as <c>min</c> or <c>seconds</c>.</param>
public sealed record Problem(ProblemKind Kind, string Code, string? Field = null, IReadOnlyDictionary<string, object>? Args = null)
{
    public static Problem NotFound(string code = "not-found") => new(ProblemKind.NotFound, code);

    public static Problem Forbidden(string code) => new(ProblemKind.Forbidden, code);

    public static Problem Invalid(string field, string code, params (string Name, object Value)[] args) =>
        new(ProblemKind.Invalid, code, field, args.Length == 0 ? null : args.ToDictionary(a => a.Name, a => a.Value));

    public static Problem Conflict(string code) => new(ProblemKind.Conflict, code);

    public static Problem TooFast(string code, TimeSpan wait) =>
        new(ProblemKind.TooFast, code, null, new Dictionary<string, object> { ["seconds"] = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds)) });
}
