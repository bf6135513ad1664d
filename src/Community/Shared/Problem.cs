namespace Community.Shared;

/// <summary>What an expected refusal looks like from outside.</summary>
public enum ProblemKind
{
    NotFound,
    Forbidden,
    Invalid,
    Conflict,
    TooFast,
}

/// <summary>An expected refusal. The sentence for the member stands in the web project's resources under <paramref name="Code"/>.</summary>
/// <param name="Code">Kebab-case, stable: part of the API (<c>/problems/{code}</c>).</param>
/// <param name="Field">The input it is about, when there is one.</param>
/// <param name="Args">Values for the sentence, by name.</param>
public sealed record Problem(ProblemKind Kind, string Code, string? Field = null, IReadOnlyDictionary<string, object>? Args = null);
