using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

internal sealed class MemberNames : IContentNames
{
    public ContentKind Kind => ContentKind.Member;

    public async Task<IReadOnlyDictionary<long, ContentName>> Names(CommunityDb db, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        await db.Members.AsNoTracking()
            .Where(m => ids.Contains(m.Id) && m.State != MemberState.Erased)
            .Select(m => new { m.Id, m.Handle, m.DisplayName })
            .ToDictionaryAsync(m => m.Id, m => ContentName.Of(m.DisplayName, $"/members/{m.Handle}"), cancel);
}
