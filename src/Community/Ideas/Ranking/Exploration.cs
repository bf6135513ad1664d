using System.Buffers.Binary;
using System.Security.Cryptography;
using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Ranking;

/// <summary>
/// Gives ideas that few have seen a place on the first page of the hottest: two of ten cards, drawn anew each day, for each member
/// and for all visitors together. Otherwise what is early or loud stays on top because it is on top.
/// </summary>
public sealed class Exploration(SiteCache site, TimeProvider time)
{
    private const int CardsPerSlot = 5;

    // Among so many of the least seen the day draws, but among no more than a part of all: in a small community few are seen rarely.
    private const int Pool = 100;
    private const int PartOfAll = 4;

    /// <summary>The name of the period that runs now.</summary>
    public string PeriodOf(TopSpan span) => TopPeriod.Of(span, time.GetUtcNow());

    /// <param name="db">For reading.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="ideas">The open ideas of the list.</param>
    /// <param name="size">Cards on the page.</param>
    /// <param name="cancel">Stops the reading.</param>
    internal async Task<Page<IdeaSummary>> FirstPage(CommunityDb db, Actor actor, IQueryable<Idea> ideas, int size, CancellationToken cancel)
    {
        var slots = size / CardsPerSlot;
        var page = await db.PageOf(ideas, IdeaSort.Hot, null, size - slots, cancel);
        // Where all stand on the page there is nothing to be brought forward.
        if (page.Next is null || slots == 0)
            return page;
        var shown = page.Items.Select(i => i.Id).ToList();
        // What is planned or begun needs nobody to find it.
        var rare = await ideas.Where(i => !shown.Contains(i.Id) && (i.Status == IdeaStatus.Open || i.Status == IdeaStatus.UnderReview)).OrderBy(i => i.SeenCount).ThenByDescending(i => i.Id).Take(Pool).Select(i => i.Id).ToListAsync(cancel);
        var seed = await Seed(actor, cancel);
        if (rare.Count < Pool)
            rare = [.. rare.Take(Math.Max(slots, rare.Count / PartOfAll))];
        var drawn = rare.OrderBy(id => HashOf(seed, id)).Take(slots).ToList();
        var cards = await db.Cards(ideas.Where(i => drawn.Contains(i.Id))).ToDictionaryAsync(i => i.Id, cancel);
        return page with { Items = Among(page.Items, [.. drawn.Select(id => cards[id] with { IsExploration = true })]) };
    }

    // The fourth of each five: seen, and not in the way of what is hottest.
    private static List<IdeaSummary> Among(IReadOnlyList<IdeaSummary> hot, IReadOnlyList<IdeaSummary> rare)
    {
        var cards = new List<IdeaSummary>(hot);
        for (var slot = 0; slot < rare.Count; slot++)
            cards.Insert(Math.Min((slot * CardsPerSlot) + CardsPerSlot - 2, cards.Count), rare[slot]);
        return cards;
    }

    private async Task<long> Seed(Actor actor, CancellationToken cancel)
    {
        var day = CommunityDay.Of(time.GetUtcNow(), (await site.Get(cancel)).TimeZone);
        return HashOf(day.DayNumber, actor.MemberId ?? 0);
    }

    private static long HashOf(long first, long second)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, first);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], second);
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(bytes));
    }
}
