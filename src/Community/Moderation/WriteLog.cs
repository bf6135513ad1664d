using System.Security.Cryptography;
using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>Writes an entry for every act of the staff, in the transaction of the act.</summary>
internal sealed class WriteLog(TimeProvider time) : IHandle<StaffActed>
{
    public async Task Handle(StaffActed happened, CommunityDb db, CancellationToken cancel)
    {
        // An act may raise several: those that came before it are not saved yet.
        var last = db.Log.Local.MaxBy(e => e.Sequence)
            ?? await db.Log.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancel);
        var payload = new LogPayload
        {
            Sequence = (last?.Sequence ?? 0) + 1,
            Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            ActorId = happened.By,
            MemberId = happened.MemberId,
            Reason = happened.Reason?.Trim(),
            Before = happened.Before,
            After = happened.After,
        };
        var entry = new LogEntry
        {
            Sequence = payload.Sequence,
            At = ToTheMicrosecond(time.GetUtcNow()),
            Action = happened.Action,
            SubjectKind = happened.Subject.Kind,
            SubjectId = happened.Subject.Id,
            Undoes = Undoing.Entry,
            PayloadHash = LogChain.PayloadHash(payload),
        };
        entry.Follow(last?.Hash ?? "");
        db.Log.Add(entry);
        db.LogPayloads.Add(payload);
    }

    // As it is stored: a finer time would give another hash when it is read back.
    private static DateTimeOffset ToTheMicrosecond(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
