using Community.Data;
using Community.Members;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Privacy;

/// <summary>Looks for what is left of people whose erasure is done.</summary>
public sealed class VerifyErasures(IEnumerable<IPersonalData> parts) : IVerify
{
    private const int Most = 100;

    public string Name => "erasures";

    public async Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel)
    {
        var found = await db.Members.Where(m => m.State == MemberState.Erased && db.Accounts.Any(a => a.Id == m.Id)).Take(Most)
            .Select(m => $"Member {m.Id}: erased, but has an account.").ToListAsync(cancel);
        var done = db.Erasures.AsNoTracking().Where(e => e.DoneAt != null).Select(e => new { e.MemberId, e.KeepsTexts });
        foreach (var erasure in await done.ToListAsync(cancel))
        {
            foreach (var table in parts.SelectMany(p => p.Tables))
            {
                if (found.Count >= Most)
                    return found;
                var left = await Left(db, table, erasure.MemberId, erasure.KeepsTexts, cancel);
                if (left > 0)
                    found.Add($"Member {erasure.MemberId}: erased, but {left} left of {table.Name}.");
            }
        }

        return found;
    }

    private static async Task<int> Left(CommunityDb db, PersonalTable table, long member, bool keepsTexts, CancellationToken cancel) => table switch
    {
        { Erasing: Erasing.Deleted or Erasing.WithoutPerson } => await table.Count(db, member, cancel),
        { WithWords: { } words } when !keepsTexts => await words(db, member, cancel),
        _ => 0,
    };
}
