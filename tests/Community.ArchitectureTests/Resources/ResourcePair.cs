using System.Xml.Linq;
using Community.ArchitectureTests.Reading;

namespace Community.ArchitectureTests.Resources;

/// <summary>One set of texts: X.resx in English and X.ja.resx in Japanese.</summary>
internal sealed record ResourcePair(string Name, string Path, IReadOnlyDictionary<string, string> English, IReadOnlyDictionary<string, string>? Japanese)
{
    private const string JapaneseEnding = ".ja.resx";

    public static IReadOnlyList<ResourcePair> Read(IReadOnlyList<SourceFile> resxFiles)
    {
        var japanese = resxFiles.Where(file => file.Name.EndsWith(JapaneseEnding, StringComparison.Ordinal)).ToDictionary(file => file.Path);
        return
        [
            .. from file in resxFiles
               where !japanese.ContainsKey(file.Path)
               let stem = file.Path[..^".resx".Length]
               select new ResourcePair(
                   file.Name[..^".resx".Length], file.Path, Entries(file.Text), japanese.TryGetValue(stem + JapaneseEnding, out var pair) ? Entries(pair.Text) : null),
        ];
    }

    private static Dictionary<string, string> Entries(string xml) =>
        XDocument.Parse(xml).Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string?)data.Element("value") ?? "");
}
