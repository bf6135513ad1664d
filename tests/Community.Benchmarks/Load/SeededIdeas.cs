using System.Globalization;
using Community.Data;
using Community.Discussions;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Ideas.Ranking;
using Community.Ideas.Votes;
using Community.Members;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Load;

/// <summary>Boards full of ideas and their votes, made from a seed: a few that thousands back, many that a few do.</summary>
internal sealed class SeededIdeas(IServiceProvider services, int ideas, int votes)
{
    private const int Boards = 4;
    private const int Members = 20_000;
    private const int AtOnce = 1_000;
    private const long FirstMember = 1_000_000;

    // Ids of members and boards begin elsewhere than those of what is told in order of time.
    private const long FirstBoard = 100;

    private static readonly string[] Words = "saddle river harbour light folding chain spoke evening morning route climb coffee rain bridge station packing weight brake gear lamp 自転車 海沿い 整備 週末 荷物 坂道 朝 夜 電車 休憩".Split(' ');

    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    // Prime, so that every time and every member comes once before any comes again.
    private readonly long step = 2_654_435_761;

    /// <summary>A member who joined long ago, by a number from 0.</summary>
    public static Actor Member(int number) => Actor.Of(FirstMember + number, Handle(number), Role.Member, TrustLevel.Member);

    public async Task Make()
    {
        var provider = services.GetRequiredService<IDatabaseProvider>();
        await using (var db = await SeededCommunity.Context(services))
        {
            await db.Database.MigrateAsync();
            db.Site.Add(new SiteSettings { Name = "Seeded" });
            db.IdeaBoards.AddRange(Enumerable.Range(0, Boards).Select(b => new IdeaBoard
            {
                Id = FirstBoard + b, Slug = $"board-{b}", Name = new LocalizedText($"掲示板{b}", $"Board {b}"), Statuses = IdeaStatuses.OfBoards, Order = b, IdeaCount = ideas / Boards, AnswerDays = 14,
            }));
            await db.SaveChangesAsync();
            await using var people = await db.Database.BeginTransactionAsync();
            await provider.BulkInsert(db, [.. Enumerable.Range(0, Members).Select(Person)], CancellationToken.None);
            await provider.BulkInsert(db, [.. Enumerable.Range(0, Members).Select(Account)], CancellationToken.None);
            await people.CommitAsync();
        }

        // The first is backed by some thousands, the last by a few.
        var share = votes / Enumerable.Range(1, ideas).Sum(i => 1 / Math.Sqrt(i));
        var given = 0L;
        for (var from = 0; from < ideas; from += AtOnce)
        {
            var made = Enumerable.Range(from, Math.Min(AtOnce, ideas - from)).Select(i =>
            {
                var count = Math.Min(Members, (int)Math.Round(share / Math.Sqrt(i + 1)));
                var first = given;
                given += count;
                return Idea(i, first, count);
            }).ToList();
            await using var db = await SeededCommunity.Context(services);
            await using var write = await db.Database.BeginTransactionAsync();
            await provider.BulkInsert(db, made.ConvertAll(m => m.Discussion), CancellationToken.None);
            await provider.BulkInsert(db, made.ConvertAll(m => m.Post), CancellationToken.None);
            await provider.BulkInsert(db, made.ConvertAll(m => m.Idea), CancellationToken.None);
            await provider.BulkInsert(db, [.. made.SelectMany(m => m.Votes)], CancellationToken.None);
            await provider.BulkInsert(db, [.. made.SelectMany(m => m.Tops)], CancellationToken.None);
            await write.CommitAsync();
            if (from % 20_000 == 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{from,9:N0} ideas, {given:N0} votes"));
        }

        await using (var db = await SeededCommunity.Context(services))
        {
            db.Counters.Add(new Counter { Kind = "idea", Last = ideas });
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }
    }

    private MadeIdea Idea(int index, long firstVote, int count)
    {
        var id = Ids.At(TimeOf(index, ideas), index);
        var at = Ids.TimeOf(id);
        var random = new Random(index);
        var rows = Enumerable.Range(0, count).Select(v => Vote(id, index, v, firstVote + v)).ToList();
        var idea = new Idea
        {
            Id = id,
            Number = index + 1,
            BoardId = FirstBoard + (index % Boards),
            Title = string.Join(' ', Enumerable.Range(0, 6).Select(_ => Words[random.Next(Words.Length)])),
            Slug = $"idea-{index + 1}",
            AuthorId = FirstMember + (index % Members),
            CreatedAt = at,
            Audience = Audience.Everyone,
            LastPostId = id,
            LastPostAt = at,
            CommentCount = random.Next(60),
            SeenCount = (count * 3) + random.Next(200),
            BackerCount = count,
            AnsweredAt = index % 3 == 0 ? at.AddDays(5) : null,
            Hot = HotKey.Sum(rows.ConvertAll(v => (v.Since, 1))),
        };
        idea.Rate = Wilson.LowerBound(idea.BackerCount, idea.SeenCount);
        idea.Become(PostState.Visible);
        idea.Become(index % 50 == 0 ? IdeaStatus.Planned : index % 10 == 1 ? IdeaStatus.Shipped : IdeaStatus.Open, at);
        var periods = rows.SelectMany(v => TopPeriod.Around(v.Since)).CountBy(p => p);
        var text = string.Join(' ', Enumerable.Range(0, 40).Select(_ => Words[random.Next(Words.Length)]));
        return new(
            idea,
            Discussion(id),
            new Post { Id = id, DiscussionId = id, Number = 1, AuthorId = idea.AuthorId, State = PostState.Visible, Body = text, Html = $"<p>{text}</p>\n", CreatedAt = at, ChangeNumber = 1 },
            rows,
            [.. periods.Select(p => new IdeaTop { IdeaId = id, Period = p.Key, BoardId = idea.BoardId, Backers = p.Value })]);
    }

    private static Discussion Discussion(long id)
    {
        var discussion = new Discussion { Id = id, SubjectKind = ContentKind.Idea, Audience = Audience.Everyone, LastNumber = 1 };
        discussion.Change();
        return discussion;
    }

    // Each moment once, in no order that has to do with the idea.
    private IdeaVote Vote(long idea, int index, int vote, long number)
    {
        var at = TimeOf(number * step % votes, votes);
        return new() { Id = Ids.At(at, number), IdeaId = idea, MemberId = FirstMember + ((index + (vote * 7919L)) % Members), Importance = (vote % 4) switch { 1 => Importance.Nice, 2 => Importance.Important, 3 => Importance.Essential, _ => null }, At = at, Since = at, CountedAt = at };
    }

    // Over three years until now.
    private DateTimeOffset TimeOf(long place, long all) => now - (TimeSpan.FromDays(3 * 365) * (1 - ((double)place / all)));

    private static string Handle(int number) => string.Create(CultureInfo.InvariantCulture, $"fan{number}");

    private Member Person(int number) => new()
    {
        Id = FirstMember + number, Handle = Handle(number), HandleKey = HandleSkeleton.Of(Handle(number)), DisplayName = Handle(number), Role = Role.Member, Trust = TrustLevel.Member, JoinedAt = now.AddYears(-4),
    };

    private static Account Account(int number) => new()
    {
        Id = FirstMember + number, UserName = Handle(number), Email = $"{Handle(number)}@example.com", NormalizedEmail = $"{Handle(number)}@example.com".ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = "stamp",
    };

    private sealed record MadeIdea(Idea Idea, Discussion Discussion, Post Post, List<IdeaVote> Votes, List<IdeaTop> Tops);
}
