using System.Text.Json;

namespace Community.Imports.Discourse;

internal sealed record SourceCategory(long Id, string Name, string? Slug, string? Description, bool IsRestricted);

/// <summary>Reads a list of categories, as <c>/categories.json</c> or <c>/site.json</c> gives it.</summary>
internal static class SourceCategories
{
    public static void Read(string path, Dictionary<long, SourceCategory> into)
    {
        try
        {
            using var json = Row.Parse(File.ReadAllBytes(path));
            var root = new Row(json.RootElement);
            var list = root.Find("category_list") is { ValueKind: JsonValueKind.Object } wrapped ? new Row(wrapped) : root;
            Take(list.List("categories"), false, into);
        }
        catch (BadRowException problem)
        {
            throw new RefusedImportException($"{Path.GetFileName(path)} is not a list of categories: {problem.Message}.");
        }
    }

    // What stands below a restricted category is restricted with it.
    private static void Take(IEnumerable<JsonElement> list, bool isRestricted, Dictionary<long, SourceCategory> into)
    {
        foreach (var row in list.Select(c => new Row(c)))
        {
            var id = row.Id("id");
            var known = new SourceCategory(id, row.Words("name"), row.Text("slug"), row.Text("description_text"), isRestricted || row.Flag("read_restricted"));
            into[id] = known;
            Take(row.List("subcategory_list"), known.IsRestricted, into);
        }
    }
}
