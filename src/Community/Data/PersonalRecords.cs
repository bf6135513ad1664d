using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Data;

/// <summary>What was sent to people, and which forms they sent.</summary>
internal sealed class PersonalRecords : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of("messages", Erasing.Deleted, (db, m) => To(db, m)),
        PersonalTable.Of("receipts", Erasing.Deleted, (db, m) => db.Receipts.Where(r => r.MemberId == m))
            with { NotExported = "Random keys of forms, beside what they led to, which is exported." },
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("messages", To(db, memberId).OrderBy(m => m.Id).Select(m => new { m.Channel, To = m.Recipient, m.CreatedAt, m.SentAt, NotSentSince = m.FailedAt }).AsAsyncEnumerable()),
    ];

    // Links in waiting messages open an account, and what waits would still go out.
    public Task EraseNow(CommunityDb db, ErasedPerson person, CancellationToken cancel) =>
        db.Outbox.Where(m => person.Addresses.Contains(m.Recipient)).ExecuteDeleteAsync(cancel);

    public Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel) => data.InBatches(
        db => db.Receipts
            .Where(r => r.MemberId == person.MemberId && db.Receipts.Where(o => o.MemberId == person.MemberId).OrderBy(o => o.Key).Take(Batches.Size).Select(o => o.Key).Contains(r.Key))
            .ExecuteDeleteAsync(cancel),
        cancel);

    // Anybody can name an address; only who proved it is the one whom its mails were for.
    private static IQueryable<OutboxMessage> To(CommunityDb db, long member) =>
        db.Outbox.Where(m => db.Accounts.Any(a => a.Id == member && a.EmailConfirmed && a.NormalizedEmail == m.Recipient));
}
