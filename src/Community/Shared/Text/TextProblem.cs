namespace Community.Shared;

/// <summary>Makes the refusals of text rules.</summary>
internal static class TextProblem
{
    public static Problem Invalid(string code, string? field, params (string Name, object Value)[] args) =>
        new(ProblemKind.Invalid, code, field, args.Length == 0 ? null : args.ToDictionary(arg => arg.Name, arg => arg.Value));
}
