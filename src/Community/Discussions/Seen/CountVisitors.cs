using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Community.Data;
using Community.Discussions.Contract;
using Community.Discussions.Reading;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions.Seen;

/// <summary>Writes down who was noted: members as they come, visitors each once a day and discussion.</summary>
public sealed class CountVisitors(CommunityData data, VisitorNotes notes, SiteCache site, TimeProvider time, IOptions<ReadingLimits> limits)
{
    private const int AtOnce = 500;
    private const int SaltLength = 32;

    public async Task Run(CancellationToken cancel = default)
    {
        while (notes.Take(AtOnce) is { Count: > 0 } taken)
            await Write(taken, cancel);
    }

    private async Task Write(IReadOnlyList<VisitorNotes.Note> taken, CancellationToken cancel)
    {
        var day = CommunityDay.Of(time.GetUtcNow(), (await site.Get(cancel)).TimeZone);
        await data.Write<Done>(
            async db =>
            {
                var people = new Dictionary<long, int>();
                foreach (var members in taken.Where(n => n.IsMember).GroupBy(n => n.DiscussionId))
                    (await db.SeenOn(members.Key, day, cancel)).Members += people[members.Key] = members.Count();
                var visitors = taken.Where(n => !n.IsMember).ToList();
                if (visitors.Count > 0)
                    await Visitors(db, day, visitors, people, cancel);
                if (people.Count > 0)
                    db.Raise(new DiscussionsSeen(people));
                return Done.Yes;
            },
            cancel);
    }

    private async Task Visitors(CommunityDb db, DateOnly day, IReadOnlyList<VisitorNotes.Note> visitors, Dictionary<long, int> people, CancellationToken cancel)
    {
        var salt = await SaltOf(db, day, cancel);
        var ids = visitors.Select(n => n.DiscussionId).Distinct().ToList();
        var visible = await db.Discussions.VisibleTo(Actor.Visitor).Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel);
        foreach (var discussion in visible)
        {
            var fresh = await Count(db, day, discussion, [.. visitors.Where(n => n.DiscussionId == discussion).Select(n => Hashed(n, salt)).Distinct()], cancel);
            if (fresh > 0)
                people[discussion] = people.GetValueOrDefault(discussion) + fresh;
        }
    }

    private async Task<int> Count(CommunityDb db, DateOnly day, long discussion, IReadOnlyList<(long Network, long Browser)> people, CancellationToken cancel)
    {
        var networks = people.Select(p => p.Network).Distinct().ToList();
        var known = await db.SeenVisitors.Where(v => v.Day == day && v.DiscussionId == discussion && networks.Contains(v.NetworkHash)).ToListAsync(cancel);
        var counted = known.Select(v => (v.NetworkHash, v.BrowserHash)).ToHashSet();
        var perNetwork = known.GroupBy(v => v.NetworkHash).ToDictionary(g => g.Key, g => g.Count());
        var fresh = 0;
        foreach (var person in people)
        {
            // One machine with many names is not many people.
            if (perNetwork.GetValueOrDefault(person.Network) >= limits.Value.VisitorsPerNetwork || !counted.Add(person))
                continue;
            perNetwork[person.Network] = perNetwork.GetValueOrDefault(person.Network) + 1;
            db.SeenVisitors.Add(new SeenVisitor { Day = day, DiscussionId = discussion, NetworkHash = person.Network, BrowserHash = person.Browser });
            fresh++;
        }

        if (fresh > 0)
            (await db.SeenOn(discussion, day, cancel)).Visitors += fresh;
        return fresh;
    }

    // With the first visitor of a day goes what could tell of those before.
    private static async Task<byte[]> SaltOf(CommunityDb db, DateOnly day, CancellationToken cancel)
    {
        await db.SeenSalts.Where(s => s.Day != day).ExecuteDeleteAsync(cancel);
        if (await db.SeenSalts.FirstOrDefaultAsync(s => s.Day == day, cancel) is { } known)
            return known.Salt;
        var made = new SeenSalt { Day = day, Salt = RandomNumberGenerator.GetBytes(SaltLength) };
        db.SeenSalts.Add(made);
        return made.Salt;
    }

    private static (long Network, long Browser) Hashed(VisitorNotes.Note note, byte[] salt)
    {
        var network = note.Network.ToString(CultureInfo.InvariantCulture);
        return (Hash(network, salt), Hash($"{network} {note.Browser}", salt));
    }

    private static long Hash(string text, byte[] salt) => BitConverter.ToInt64(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text)));
}
