using Community.Data;
using Community.Imports.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports;

/// <summary>The forum of a source that has one for everything: named after the source unless somebody chose a name, behind those that were here.</summary>
internal sealed class OwnForum
{
    private const string Kind = "forum";
    private const string Key = "all";
    private const int Behind = 1001;

    private OwnForum(long id, bool isNew) => (Id, IsNew) = (id, isNew);

    public long Id { get; }

    public bool IsNew { get; }

    /// <summary>Finds the forum that an earlier run made, or adds one.</summary>
    public static async Task<OwnForum> Add(CommunityDb db, string source, string name, LocalizedText description, ForumChoice choice, Ids ids, CancellationToken cancel)
    {
        if (await db.ImportedItems.FirstOrDefaultAsync(i => i.Source == source && i.Kind == Kind && i.Key == Key, cancel) is { } known)
            return new OwnForum(known.ContentId, false);
        var id = ids.Next();
        db.ImportedItems.Add(new ImportedItem { Source = source, Kind = Kind, Key = Key, ContentId = id });
        db.Raise(new ForumsImported([new ImportedForum(id, null, Slug.Of(name), new LocalizedText(name, name), description)
        {
            Order = Behind,
            ReadAudience = choice.Audience,
            ReplyAudience = choice.WriteAudience,
            StartAudience = choice.WriteAudience,
        }]));
        return new OwnForum(id, true);
    }
}
