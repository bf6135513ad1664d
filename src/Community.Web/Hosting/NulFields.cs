using Community.Shared;

namespace Community.Web.Hosting;

/// <summary>The fields of the form at hand from which U+0000 was taken.</summary>
public sealed record NulFields(IReadOnlySet<string> Names)
{
    public const string Code = "nul-taken-out";

    public Problem? WhyNot(string field) => Names.Contains(field) ? Problem.Invalid(field, Code) : null;
}
