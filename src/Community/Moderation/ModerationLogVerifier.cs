using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>Recomputes the chain. A missing payload is an erased person; everything else that differs is told.</summary>
internal sealed class ModerationLogVerifier : IVerify
{
    // A changed entry breaks every one after it: the first breaks tell where, the rest adds nothing.
    private const int MaxFindings = 20;

    public string Name => "moderation-log";

    public async Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel)
    {
        var findings = new List<string>();
        var previous = "";
        var expected = 1L;
        var rows = db.Log.AsNoTracking().OrderBy(e => e.Sequence)
            .LeftJoin(db.LogPayloads.AsNoTracking(), e => e.Sequence, p => p.Sequence, (entry, payload) => new { entry, payload });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.entry.Sequence != expected)
                findings.Add($"entry {expected} is missing");
            if (row.entry.Hash != LogChain.Hash(previous, row.entry))
                findings.Add($"entry {row.entry.Sequence} does not follow from the one before");
            if (row.payload is not null && row.entry.PayloadHash != LogChain.PayloadHash(row.payload))
                findings.Add($"the content of entry {row.entry.Sequence} was changed");
            if (findings.Count >= MaxFindings)
                break;

            previous = row.entry.Hash;
            expected = row.entry.Sequence + 1;
        }

        return findings;
    }
}
