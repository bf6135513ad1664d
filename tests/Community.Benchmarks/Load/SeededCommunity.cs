using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Search;
using Community.Shared;
using Community.Shared.Site;
using Community.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Load;

/// <summary>A community made from a seed: always the same for the same figures, kept between runs.</summary>
internal static class SeededCommunity
{
    private const int Members = 500;
    private static readonly string[] Words = "saddle river harbour light folding chain spoke evening morning route climb coffee rain bridge station packing weight brake gear lamp 自転車 海沿い 整備 週末 荷物 坂道 朝 夜 電車 休憩".Split(' ');

    private const int AtOnce = 5_000;

    /// <summary>A folder with a database of ordinary topics and one long topic (number 1).</summary>
    /// <param name="posts">Posts in ordinary topics of 20.</param>
    /// <param name="longTopic">Posts of topic 1.</param>
    public static Task<string> Make(int posts, int longTopic) => Kept($"seeded-{posts}-{longTopic}", (posts / 20) + 1, async (services, random) =>
    {
        await Topic(services, random, 1, longTopic);
        for (var number = 2; (number - 1) * 20 <= posts; number++)
            await Topic(services, random, number, 20);
    });

    /// <summary>A folder with a database of so many topics that nobody has answered.</summary>
    public static Task<string> MakeTopics(int topics) => Kept($"seeded-topics-{topics}", topics, async (services, random) =>
    {
        for (var from = 1; from <= topics; from += AtOnce)
        {
            await using var db = await Context(services);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var number = from; number < from + AtOnce && number <= topics; number++)
            {
                var (id, start) = Opened(db, random, number, 1);
                db.Posts.Add(Post(random, id, number, 1, start));
            }

            await db.SaveChangesAsync();
        }
    });

    private static async Task<string> Kept(string name, int topics, Func<ServiceProvider, Random, Task> fill)
    {
        var folder = Path.Combine(Repository.Cache, name);
        if (File.Exists(Path.Combine(folder, "done")))
        {
            // Kept between versions of the product, whose migrations it then lacks.
            await using var kept = Services(folder);
            await using var old = await Context(kept);
            await old.Database.MigrateAsync();
            if (!await old.SearchEntries.AnyAsync())
                await kept.GetRequiredService<Reindex>().Run();
            return folder;
        }

        if (Directory.Exists(folder))
            Directory.Delete(folder, true);
        Directory.CreateDirectory(folder);

        await using var services = Services(folder);
        await using (var db = await Context(services))
        {
            await db.Database.MigrateAsync();
            await Start(db);
        }

        await fill(services, new Random(20260101));
        await using (var db = await Context(services))
        {
            db.Counters.Add(new Counter { Kind = "topic", Last = topics });
            await db.SaveChangesAsync();
        }

        await services.GetRequiredService<Reindex>().Run();
        await File.WriteAllTextAsync(Path.Combine(folder, "done"), "");
        return folder;
    }

    public static ServiceProvider Services(string folder) => new ServiceCollection()
        .AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSqlite(Path.Combine(folder, "community.db")).AddData().AddShared().AddDiscussions().AddForums().AddSearch().BuildServiceProvider();

    public static Task<CommunityDb> Context(IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();

    /// <summary>Lets a member of the seed sign in; nothing is done where that is so already.</summary>
    public static async Task WithAccount(string folder, int member, string email, string password)
    {
        await using var services = Services(folder);
        await using var db = await Context(services);
        if (await db.Accounts.AnyAsync(a => a.Id == MemberId(member)))
            return;
        db.Accounts.Add(new Account
        {
            Id = MemberId(member),
            Email = email,
            NormalizedEmail = EmailRules.Normalize(email),
            EmailConfirmed = true,
            PasswordHash = new Passwords(new PasswordHasher<Account>()).Hash(password),
            SecurityStamp = Account.NewStamp(),
        });
        await db.SaveChangesAsync();
    }

    /// <summary>Gives every member without one an account, into which no password leads.</summary>
    public static async Task WithSessions(string folder)
    {
        await using var services = Services(folder);
        await using var db = await Context(services);
        foreach (var member in await db.Members.Where(m => !db.Accounts.Any(a => a.Id == m.Id)).ToListAsync())
        {
            var email = $"{member.Handle}@example.com";
            db.Accounts.Add(new Account { Id = member.Id, Email = email, NormalizedEmail = EmailRules.Normalize(email), EmailConfirmed = true, SecurityStamp = Account.NewStamp() });
        }

        await db.SaveChangesAsync();
    }

    public static long MemberId(int index) => 1_000 + index;

    private static async Task Start(CommunityDb db)
    {
        db.Site.Add(new SiteSettings { Name = "Seeded" });
        db.Forums.Add(new Forum { Id = 1, Slug = "general", Name = new LocalizedText("総合", "General") });
        for (var i = 0; i < Members; i++)
        {
            db.Members.Add(new Member
            {
                Id = MemberId(i),
                Handle = $"rider{i}",
                HandleKey = HandleSkeleton.Of($"rider{i}"),
                DisplayName = $"Rider {i}",
                JoinedAt = DateTimeOffset.UnixEpoch,
                Trust = TrustLevel.Member,
            });
        }

        await db.SaveChangesAsync();
    }

    private static async Task Topic(ServiceProvider services, Random random, long number, int posts)
    {
        var (id, start) = (0L, DateTimeOffset.UnixEpoch);
        for (var from = 1; from <= posts; from += AtOnce)
        {
            await using var db = await Context(services);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            if (from == 1)
                (id, start) = Opened(db, random, number, posts);
            for (var post = from; post < from + AtOnce && post <= posts; post++)
                db.Posts.Add(Post(random, id, number, post, start));
            await db.SaveChangesAsync();
        }
    }

    private static (long Id, DateTimeOffset Start) Opened(CommunityDb db, Random random, long number, int posts)
    {
        var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number);
        var id = Ids.At(start, number);
        var discussion = new Discussion { Id = id, SubjectKind = ContentKind.Topic, Audience = Audience.Everyone };
        discussion.ImportedUpTo(posts);
        db.Discussions.Add(discussion);
        db.Topics.Add(new Topic
        {
            Id = id,
            Number = number,
            ForumId = 1,
            Title = Sentence(random, 6),
            Slug = $"topic-{number}",
            Language = "en",
            AuthorId = MemberId((int)(number % Members)),
            CreatedAt = start,
            Audience = Audience.Everyone,
            ReplyCount = posts - 1,
            LastPostId = id,
            LastPostAt = start.AddSeconds(posts * 20),
            LastPosterId = MemberId(0),
            Hot = random.NextDouble(),
        });
        return (id, start);
    }

    private static Post Post(Random random, long topic, long topicNumber, int number, DateTimeOffset start)
    {
        var body = string.Join("\n\n", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sentence(random, random.Next(8, 40))));
        // No two posts at the same moment: their ids would differ by chance alone.
        var at = start.AddSeconds(number * 20).AddMilliseconds(topicNumber % 1_000);
        var post = new Post
        {
            Id = Ids.At(at, (topicNumber << 24) + number),
            DiscussionId = topic,
            Number = number,
            AuthorId = MemberId(random.Next(Members)),
            Body = body,
            Html = "<p>" + body.Replace("\n\n", "</p>\n<p>", StringComparison.Ordinal) + "</p>\n",
            Language = "en",
            CreatedAt = at,
        };
        if (random.Next(3) == 0)
            post.Reactions.Add(ReactionKind.Heart, random.Next(1, 9));
        return post;
    }

    private static string Sentence(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)])) + ".";
}
