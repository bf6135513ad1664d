using System.Globalization;
using Community.Data;
using Community.Imports.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports.Discourse;

/// <summary>A forum for each category of the source, under one group of their own so that nothing mixes with what was here.</summary>
internal sealed class ImportedPlaces
{
    public const string Kind = "forum";

    private const string Group = "group";
    private const int Hues = 12;
    private readonly Dictionary<string, long> byKey;

    private ImportedPlaces(Dictionary<string, long> byKey) => this.byKey = byKey;

    public int Added { get; private set; }

    public long IdOf(long category) => byKey[KeyOf(category)];

    /// <summary>Finds the forums of an earlier run and adds those that lack.</summary>
    public static async Task<ImportedPlaces> Add(
        CommunityDb db, string source, IEnumerable<long> categories, IReadOnlyDictionary<long, SourceCategory> named, Ids ids, CancellationToken cancel)
    {
        var places = new ImportedPlaces(await db.ImportedItems.Where(i => i.Source == source && i.Kind == Kind).ToDictionaryAsync(i => i.Key, i => i.ContentId, cancel));
        var forums = new List<ImportedForum>();
        foreach (var category in categories.Distinct().Order())
        {
            if (places.byKey.ContainsKey(KeyOf(category)))
                continue;
            if (!places.byKey.TryGetValue(Group, out var group))
            {
                group = places.Take(db, source, Group, ids);
                forums.Add(new ImportedForum(group, null, "imported", new LocalizedText("以前のフォーラム", "Imported"), new LocalizedText("前のコミュニティから引き継いだトピックです。", "Topics that came from the former community.")) { Order = 1000 });
            }

            forums.Add(Forum(places.Take(db, source, KeyOf(category), ids), group, category, named.GetValueOrDefault(category)));
        }

        if (forums.Count > 0)
            db.Raise(new ForumsImported(forums));
        places.Added = forums.Count;
        return places;
    }

    private long Take(CommunityDb db, string source, string key, Ids ids)
    {
        byKey.Add(key, ids.Next());
        db.ImportedItems.Add(new ImportedItem { Source = source, Kind = Kind, Key = key, ContentId = byKey[key] });
        return byKey[key];
    }

    private static ImportedForum Forum(long id, long group, long category, SourceCategory? known)
    {
        var number = KeyOf(category);
        var audience = known is { IsRestricted: true } ? Audience.Staff : null;
        return new ImportedForum(
            id,
            group,
            known?.Slug ?? "category-" + number,
            known is null ? new LocalizedText($"カテゴリー {number}", $"Category {number}") : Same(known.Name),
            Same(known?.Description ?? ""))
        {
            Hue = (int)(category % Hues),
            Order = (int)Math.Min(category, int.MaxValue),
            ReadAudience = audience ?? Audience.Everyone,
            ReplyAudience = audience ?? Audience.Members,
            StartAudience = audience ?? Audience.Members,
        };
    }

    // The source has one language and does not say which: the same words serve both.
    private static LocalizedText Same(string text) => new(text, text);

    private static string KeyOf(long category) => category.ToString(CultureInfo.InvariantCulture);
}
