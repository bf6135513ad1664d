using System.Text.RegularExpressions;
using Community.ArchitectureTests.Reading;
using Community.ArchitectureTests.Resources;

namespace Community.ArchitectureTests;

/// <summary>Every refusal that the source makes is explained: a sentence, and the status that it comes with.</summary>
public sealed partial class ProblemsTests
{
    private const string Table = "ProblemStatuses.cs";

    private static readonly Dictionary<string, int> Usual = new(StringComparer.Ordinal)
    {
        ["NotFound"] = 404,
        ["Forbidden"] = 403,
        ["Conflict"] = 409,
        ["TooFast"] = 429,
        ["Invalid"] = 422,
    };

    // What the API says more exactly than its kind does.
    private static readonly int[] Special = [400, 401, 405, 412, 413, 415, 428, 500];

    private static readonly ILookup<string, int> Told = Statuses(Product.Files("*.cs").Single(file => file.Name == Table).Text);

    private static IReadOnlyList<(string Kind, string Code)> Made =>
        [.. Product.Files("*.cs").Concat(Product.Files("*.razor")).SelectMany(file => Making().Matches(file.Text)).Select(match => (match.Groups["kind"].Value, match.Groups["code"].Value)).Distinct()];

    [Fact]
    public void Every_problem_has_a_sentence()
    {
        var sentences = ResourcePair.Read(Product.Files("*.resx")).Single(pair => pair.Name == "ProblemTexts");

        Expect.NoBreach(Made.Where(made => !sentences.English.ContainsKey(made.Code) || !sentences.Japanese!.ContainsKey(made.Code)).Select(made => made.Code));
    }

    [Fact]
    public void The_page_of_a_problem_names_the_status_that_it_comes_with() => Expect.NoBreach(Wrong(Made, Told));

    [Fact]
    public void A_status_that_the_page_does_not_name_is_found()
    {
        Assert.NotEmpty(Made);
        Expect.Breach("topic-locked", Wrong([("Conflict", "topic-locked"), ("Forbidden", "topic-locked")], Told));
        Expect.Breach("new-problem", Wrong([("Conflict", "new-problem")], Told));
        Expect.NoBreach(Wrong([("Invalid", "new-problem")], Told));
    }

    private static IEnumerable<string> Wrong(IEnumerable<(string Kind, string Code)> made, ILookup<string, int> told) =>
        from one in made
        let statuses = told.Contains(one.Code) ? told[one.Code].ToList() : [Usual["Invalid"]]
        where !statuses.Contains(Usual[one.Kind]) && !statuses.Exists(Special.Contains)
        select $"{one.Code} also comes with {Usual[one.Kind]}";

    private static ILookup<string, int> Statuses(string table) =>
        Row().Matches(table)
            .SelectMany(row => Word().Matches(row.Groups["codes"].Value).Select(word => (Code: word.Groups["code"].Value, Status: int.Parse(row.Groups["status"].Value, System.Globalization.CultureInfo.InvariantCulture))))
            .ToLookup(one => one.Code, one => one.Status);

    [GeneratedRegex("""\bProblem\.(?<kind>Forbidden|Conflict|NotFound|TooFast)\("(?<code>[a-z-]+)"|\bProblem\.(?<kind>Invalid)\([^,()]+, "(?<code>[a-z-]+)"(?! \+)|ProblemKind\.(?<kind>\w+), "(?<code>[a-z-]+)"(?! \+)""")]
    private static partial Regex Making();

    [GeneratedRegex("""\[StatusCodes\.Status(?<status>\d{3})\w+\] =\s*\[(?<codes>[^\]]*)\]""")]
    private static partial Regex Row();

    [GeneratedRegex("\"(?<code>[a-z-]+)\"")]
    private static partial Regex Word();
}
