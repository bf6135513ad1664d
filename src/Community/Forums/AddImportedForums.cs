using Community.Data;
using Community.Imports.Contract;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>Takes in forums from elsewhere.</summary>
internal sealed class AddImportedForums : IHandle<ForumsImported>
{
    public async Task Handle(ForumsImported happened, CommunityDb db, CancellationToken cancel)
    {
        var taken = await db.Forums.Select(f => f.Slug).ToHashSetAsync(cancel);
        foreach (var forum in happened.Forums)
        {
            db.Forums.Add(new Forum
            {
                Id = forum.Id,
                ParentId = forum.ParentId,
                Slug = Free(forum.Slug, taken),
                Name = forum.Name,
                Description = forum.Description,
                Hue = forum.Hue,
                Order = forum.Order,
                ReadAudience = forum.ReadAudience,
                ReplyAudience = forum.ReplyAudience,
                StartAudience = forum.StartAudience,
            });
        }
    }

    private static string Free(string slug, HashSet<string> taken)
    {
        var free = slug;
        for (var number = 2; !taken.Add(free); number++)
            free = FormattableString.Invariant($"{slug}-{number}");
        return free;
    }
}
