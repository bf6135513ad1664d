using System.Globalization;
using Community.Data;
using Community.Imports.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports.Discourse;

/// <summary>
/// A forum for each category of the source, under one group of their own so that nothing mixes with what was here. What not everybody could
/// read there is for the staff here until an owner decides otherwise; a topic of which that cannot be told stands with the unlisted ones.
/// </summary>
internal sealed class ImportedPlaces
{
    public const string Kind = "forum";

    private const string Group = "group";
    private const string Apart = "apart";

    // A category that an earlier run took for open has a forum for everybody: what is restricted goes into another one.
    private const string ForStaff = "-staff";
    private const int Hues = 12;
    private readonly Dictionary<string, long> byKey;
    private readonly DiscourseExport export;

    private ImportedPlaces(Dictionary<string, long> byKey, DiscourseExport export) => (this.byKey, this.export) = (byKey, export);

    public int Added { get; private set; }

    public long IdOf(long topic) => byKey[KeyOf(export.Topics[topic])];

    public bool IsForStaff(long topic) => !IsOpen(KeyOf(export.Topics[topic]));

    /// <summary>Finds the forums of an earlier run and adds those that lack.</summary>
    public static async Task<ImportedPlaces> Add(
        CommunityDb db, string source, DiscourseExport export, IEnumerable<DiscourseExport.TopicEntry> topics, Ids ids, CancellationToken cancel)
    {
        var places = new ImportedPlaces(await db.ImportedItems.Where(i => i.Source == source && i.Kind == Kind).ToDictionaryAsync(i => i.Key, i => i.ContentId, cancel), export);
        var forums = new List<ImportedForum>();
        foreach (var (key, category) in topics.Select(t => (places.KeyOf(t), t.CategoryId)).OrderBy(t => t.CategoryId).DistinctBy(t => t.Item1))
        {
            if (places.byKey.ContainsKey(key))
                continue;
            if (!places.byKey.TryGetValue(Group, out var group))
            {
                group = places.Take(db, source, Group, ids);
                forums.Add(new ImportedForum(group, null, "imported", new LocalizedText("以前のフォーラム", "Imported"), new LocalizedText("前のコミュニティから引き継いだトピックです。", "Topics that came from the former community.")) { Order = 1000 });
            }

            var id = places.Take(db, source, key, ids);
            forums.Add(key == Apart ? ForumApart(id, group) : Forum(id, group, category, export.Categories.GetValueOrDefault(category), IsOpen(key)));
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

    private static ImportedForum ForumApart(long id, long group) => new(
        id,
        group,
        "set-apart",
        new LocalizedText("公開されていなかったトピック", "Not public before"),
        new LocalizedText("一覧に出ない設定のもの、削除されたもの、カテゴリーのわからないものです。公開してよいものは移動してください。", "Unlisted, deleted or without a category. Move what everybody may read."))
    {
        Order = 1001,
        ReadAudience = Audience.Staff,
        ReplyAudience = Audience.Staff,
        StartAudience = Audience.Staff,
    };

    private static ImportedForum Forum(long id, long group, long category, SourceCategory? known, bool isOpen)
    {
        var number = category.ToString(CultureInfo.InvariantCulture);
        var audience = isOpen ? null : Audience.Staff;
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

    private string KeyOf(DiscourseExport.TopicEntry topic)
    {
        if (topic.IsApart || topic.CategoryId == 0)
            return Apart;
        var number = topic.CategoryId.ToString(CultureInfo.InvariantCulture);
        return export.IsRestricted(topic.CategoryId) ? number + ForStaff : number;
    }

    private static bool IsOpen(string key) => key != Apart && !key.EndsWith(ForStaff, StringComparison.Ordinal);
}
