using System.Globalization;
using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>A post is named by its number and by what it stands in.</summary>
internal sealed class PostNames : IContentNames
{
    public ContentKind Kind => ContentKind.Post;

    public async Task<IReadOnlyDictionary<long, ContentName>> Names(CommunityDb db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var posts = await db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Join(db.Discussions, p => p.DiscussionId, d => d.Id, (p, d) => new { p.Id, p.Number, d.SubjectKind, Subject = d.Id })
            .ToListAsync(cancel);
        return posts.ToDictionary(
            p => p.Id,
            p => new ContentName(LocalizedText.Empty, string.Create(CultureInfo.InvariantCulture, $"/p/{p.Id}"), p.Number, new ContentRef(p.SubjectKind, p.Subject)));
    }
}
