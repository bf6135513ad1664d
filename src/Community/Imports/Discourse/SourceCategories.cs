using System.Text.Json;

namespace Community.Imports.Discourse;

internal sealed record SourceCategory(long Id, string Name, string? Slug, string? Description, bool IsRestricted);

/// <summary>Reads lists of categories, as <c>/categories.json</c> and <c>/site.json</c> give them: nested, flat or both.</summary>
internal sealed class SourceCategories(Dictionary<long, SourceCategory> known)
{
    private readonly HashSet<(long Child, long Parent)> places = [];

    public static void Read(IEnumerable<string> files, Dictionary<long, SourceCategory> into)
    {
        var categories = new SourceCategories(into);
        foreach (var file in files)
            categories.Read(file);
        categories.Spread();
    }

    private void Read(string path)
    {
        try
        {
            using var json = Row.Parse(File.ReadAllBytes(path));
            var root = new Row(json.RootElement);
            var list = root.Find("category_list") is { ValueKind: JsonValueKind.Object } wrapped ? new Row(wrapped) : root;
            Take(list.List("categories"), null);
        }
        catch (BadRowException problem)
        {
            throw new RefusedImportException($"{Path.GetFileName(path)} is not a list of categories: {problem.Message}.");
        }
    }

    // What one list restricts no other opens.
    private void Take(IEnumerable<JsonElement> list, long? above)
    {
        foreach (var row in list.Select(c => new Row(c)))
        {
            var id = row.Id("id");
            var isRestricted = row.Flag("read_restricted") || known.GetValueOrDefault(id)?.IsRestricted == true;
            known[id] = new SourceCategory(id, row.Words("name"), row.Text("slug"), row.Text("description_text"), isRestricted);
            foreach (var parent in new[] { above, row.Number("parent_category_id") }.OfType<long>())
                places.Add((id, parent));
            Take(row.List("subcategory_list"), id);
        }
    }

    // What stands below a restricted category is restricted with it, and so is what stands below one that the list's reader could not see.
    private void Spread()
    {
        var hasSpread = true;
        while (hasSpread)
        {
            hasSpread = false;
            foreach (var (child, parent) in places.Where(p => !known[p.Child].IsRestricted && known.GetValueOrDefault(p.Parent)?.IsRestricted != false))
            {
                known[child] = known[child] with { IsRestricted = true };
                hasSpread = true;
            }
        }
    }
}
