using Community.Data;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Tries to sign in, which are kept under hashes of the address.</summary>
/// <param name="gate">Found when it is needed: the operator's tool, which erases nobody, has no key for the hashes.</param>
internal sealed class PersonalSignIns(Func<SignInGate> gate) : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of("sign-ins", Erasing.Deleted, (db, m) => Of(db, gate, m)),
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) => [new("sign-ins", Rows(db, memberId))];

    public async Task EraseNow(CommunityDb db, ErasedPerson person, CancellationToken cancel)
    {
        foreach (var address in person.Addresses)
            await gate().Of(db, address).ExecuteDeleteAsync(cancel);
    }

    private async IAsyncEnumerable<object> Rows(CommunityDb db, long member)
    {
        await foreach (var guard in Of(db, gate, member).OrderBy(g => g.FirstAt).AsAsyncEnumerable())
            yield return new { guard.FirstAt, guard.Failures, guard.LockedUntil, RightPasswordAt = guard.PassedAt };
    }

    // Found by the address alone, so not once the account is gone.
    private static IQueryable<SignInGuard> Of(CommunityDb db, Func<SignInGate> gate, long member) =>
        db.Accounts.Where(a => a.Id == member).Select(a => a.Email).FirstOrDefault() is { } email ? gate().Of(db, email) : db.SignInGuards.Where(_ => false);
}
