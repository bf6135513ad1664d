using System.Collections.Concurrent;
using Community.Data;
using Community.Shared;
using Community.Shared.Personal;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Community.Privacy;

/// <summary>
/// Takes erased people out of everything else. Killed at any moment, it begins again and finds what is left; it is through only with a
/// look that began when everything the member had under way was over. Each look goes through every text, so that there are two of them,
/// however many others are erased meanwhile.
/// </summary>
public sealed partial class ContinueErasures(CommunityData data, IDatabaseProvider provider, IEnumerable<IPersonalData> parts, TimeProvider time, ILogger<ContinueErasures> logger)
{
    // Not kept: whoever starts anew looks anew.
    private readonly ConcurrentDictionary<long, DateTimeOffset> looked = [];

    public async Task Run(CancellationToken cancel)
    {
        // One process is enough; the others look again when they would have anyway.
        await using var claim = await provider.TryClaim("erasures", cancel);
        if (claim is null)
            return;
        var begun = await data.Read(db => db.Erasures.Where(e => e.DoneAt == null).OrderBy(e => e.BegunAt).ThenBy(e => e.MemberId).Select(e => new { e.MemberId, e.BegunAt }).ToListAsync(cancel), cancel);
        foreach (var (member, begunAt) in begun.Select(e => (e.MemberId, e.BegunAt)))
        {
            if (looked.ContainsKey(member) && time.GetUtcNow() < begunAt + PrivacyLimits.Settling)
                continue;
            try
            {
                await One(member, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // One that fails must not keep the others from being erased.
                Failed(logger, failure, member);
            }
        }
    }

    private async Task One(long member, CancellationToken cancel)
    {
        var startedAt = time.GetUtcNow();
        var (erasure, person) = await data.Read(db => Load(db, member, cancel), cancel);
        foreach (var part in parts)
            await part.EraseRest(data, person, cancel);
        if (startedAt < erasure.BegunAt + PrivacyLimits.Settling)
        {
            looked[member] = startedAt;
            return;
        }

        await data.Write<Done>(
            async db =>
            {
                (await db.Erasures.SingleAsync(e => e.MemberId == member, cancel)).Finish(time.GetUtcNow());
                return Done.Yes;
            },
            cancel);
        looked.TryRemove(member, out _);
    }

    private static async Task<(Erasure Erasure, ErasedPerson Person)> Load(CommunityDb db, long member, CancellationToken cancel)
    {
        var erasure = await db.Erasures.SingleAsync(e => e.MemberId == member, cancel);
        var handle = await db.Members.Where(m => m.Id == member).Select(m => m.Handle).SingleAsync(cancel);
        var language = await db.Site.Where(s => s.Id == SiteSettings.TheOne).Select(s => s.DefaultLanguage).FirstOrDefaultAsync(cancel) ?? Languages.English;
        var names = erasure.Names.Split('\n');
        return (erasure, new ErasedPerson(member, names[0], names[1..], [], handle, erasure.KeepsTexts, language));
    }

    [LoggerMessage(LogLevel.Error, "The erasure of member {Member} stopped; it is tried again")]
    private static partial void Failed(ILogger logger, Exception failure, long member);
}
