using Community.Data;
using Community.Shared;
using Community.Shared.Personal;

namespace Community.Privacy;

/// <summary>What is held about somebody, kind by kind, and what becomes of it when they are erased.</summary>
public sealed class ReadMyData(CommunityData data, IEnumerable<IPersonalData> parts)
{
    public Task<IReadOnlyList<HeldData>> Run(Actor actor, CancellationToken cancel) => data.Read<IReadOnlyList<HeldData>>(
        async db =>
        {
            var held = new List<HeldData>();
            if (actor.MemberId is not { } me)
                return held;
            foreach (var table in parts.SelectMany(p => p.Tables).Where(t => t.NotExported is null))
            {
                if (await table.Count(db, me, cancel) is var count and > 0)
                    held.Add(new HeldData(table.Name, count, table.Erasing));
            }

            return held;
        },
        cancel);
}

/// <param name="Name">Kebab-case, such as <c>posts</c>.</param>
public sealed record HeldData(string Name, int Count, Erasing Erasing);
