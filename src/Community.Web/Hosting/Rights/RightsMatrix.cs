using System.Text.RegularExpressions;

namespace Community.Web.Hosting;

/// <summary>A part of the matrix under its heading.</summary>
public sealed record RightsArea(string Name, IReadOnlyList<DoorRights> Doors);

/// <summary>The rights of everybody at every door, as they stand written in <c>rights.txt</c>.</summary>
public static partial class RightsMatrix
{
    private const string Signs = "+?-x";
    private const string File = "Community.Web.Hosting.Rights.rights.txt";

    /// <summary>The columns, as the file's head explains them.</summary>
    public const string Persons = "VUSNTBMAO";

    public static IReadOnlyList<RightsArea> Areas { get; } = Read();

    public static IEnumerable<DoorRights> Doors => Areas.SelectMany(area => area.Doors);

    private static List<RightsArea> Read()
    {
        using var stream = typeof(RightsMatrix).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream);
        var areas = new List<RightsArea>();
        var doors = new List<DoorRights>();
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#' || text == Persons)
                continue;
            if (text.StartsWith("== ", StringComparison.Ordinal))
                areas.Add(new RightsArea(text[3..], doors = []));
            else
                doors.Add(Door(text));
        }

        return areas;
    }

    private static DoorRights Door(string text)
    {
        var row = Row().Match(text);
        if (!row.Success)
            throw new InvalidDataException($"This row of the rights cannot be read: {text}");
        return new DoorRights(
            row.Groups["method"].Value,
            row.Groups["path"].Value,
            Given(row.Groups["form"]),
            Given(row.Groups["case"]),
            [.. row.Groups["rights"].Value.Select(sign => (Right)Signs.IndexOf(sign, StringComparison.Ordinal))],
            Given(row.Groups["scope"]));
    }

    private static string? Given(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(@"^(?<method>[A-Z]+) +(?<path>/\S*)( +#(?<form>\S+))?( +\((?<case>[^)]+)\))? +(?<rights>[+?x-]{9})( +(?<scope>read|write|staff))?$")]
    private static partial Regex Row();
}
