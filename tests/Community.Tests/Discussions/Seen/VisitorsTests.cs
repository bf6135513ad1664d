using Community.Data;
using Community.Discussions;
using Community.Discussions.Seen;
using Community.Testing;
using Community.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions.Seen;

public sealed class VisitorsTests
{
    [Fact]
    public async Task _19_A_visitor_counts_once_a_day_and_leaves_no_address()
    {
        await using var scene = await ForumScene.Start();
        var topic = (await scene.ReadTopic(await scene.Topic())).Id;

        foreach (var (network, browser) in ((int, string)[])[(7, "Firefox"), (7, "Firefox"), (7, "Safari"), (8, "Firefox")])
            await Sees(scene, topic, network, browser);
        await Sees(scene, topic, 7, "Firefox");

        Assert.Equal(new SeenBy(1, 3), await scene.Community.Get<ReadSeen>().Run(topic));
        scene.Time.Pass(TimeSpan.FromDays(1));
        await Sees(scene, topic, 7, "Firefox");
        Assert.Equal(new SeenBy(1, 4), await scene.Community.Get<ReadSeen>().Run(topic));
    }

    [Fact]
    public async Task _19_Hashes_and_salt_go_with_their_day_and_the_counts_stay()
    {
        await using var scene = await ForumScene.Start();
        var topic = (await scene.ReadTopic(await scene.Topic())).Id;
        await Sees(scene, topic, 7, "Firefox");
        await scene.Community.Get<ForgetVisitors>().Run();
        Assert.Equal((1, 1), await Kept(scene));

        scene.Time.Pass(TimeSpan.FromDays(1));
        await scene.Community.Get<ForgetVisitors>().Run();

        Assert.Equal((0, 0), await Kept(scene));
        Assert.Equal(1, (await scene.Community.Get<ReadSeen>().Run(topic)).Visitors);
    }

    [Fact]
    [Trait(TestDatabase.Engine, "Sqlite")]
    public async Task _19_A_backup_keeps_neither_hashes_nor_salt_and_the_community_goes_on_with_them()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "This looks into SQLite's file.");
        await using var scene = await ForumScene.Start();
        var topic = (await scene.ReadTopic(await scene.Topic())).Id;
        await Sees(scene, topic, 7, "Firefox");
        var salt = await scene.Community.Read(db => db.Set<SeenSalt>().Select(s => s.Salt).SingleAsync());
        var folder = Directory.CreateTempSubdirectory("community-backup-");
        var file = Path.Combine(folder.FullName, "copy.db");

        await scene.Community.Get<IDatabaseProvider>().Backup(file, default);

        await using (var copy = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False"))
        {
            await copy.OpenAsync();
            Assert.Equal((0, 0, 1), (await Rows(copy, "seen_salts"), await Rows(copy, "seen_visitors"), await Rows(copy, "seen_days")));
        }

        Assert.Equal(-1, (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(salt));
        Assert.Equal(["copy.db"], folder.GetFiles().Select(f => f.Name));
        Assert.Equal((1, 1), await Kept(scene));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task _19_One_network_with_many_names_is_not_many_visitors()
    {
        await using var scene = await ForumScene.Start(("Community:Reading:VisitorsPerNetwork", "2"));
        var topic = (await scene.ReadTopic(await scene.Topic())).Id;

        for (var name = 0; name < 10; name++)
            await Sees(scene, topic, 7, $"Browser {name}");
        await Sees(scene, topic, 8, "Browser");

        Assert.Equal(3, (await scene.Community.Get<ReadSeen>().Run(topic)).Visitors);
    }

    [Fact]
    public async Task _19_What_is_not_there_or_not_for_visitors_is_not_counted()
    {
        await using var scene = await ForumScene.Start();
        var secret = (await scene.ReadTopic(await scene.Topic(scene.Moderator, forum: "staff-room"))).Id;

        await Sees(scene, secret, 7, "Firefox");
        await Sees(scene, 12345, 7, "Firefox");

        Assert.Equal(0, await scene.Community.Read(db => db.SeenDays.SumAsync(d => d.Visitors)));
    }

    [Fact]
    public async Task _19_A_member_counts_once_and_for_ever()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var topic = (await scene.ReadTopic(number)).Id;
        await scene.Answer(scene.Ben, number);

        foreach (var (member, upTo) in new[] { (scene.Aki, 1), (scene.Aki, 2), (scene.Ben, 2) })
        {
            scene.Time.Pass(TimeSpan.FromDays(1));
            await scene.Community.Get<MarkRead>().Run(member, new MarkRead.Input(topic, upTo));
            await scene.Community.Get<CountVisitors>().Run();
        }

        Assert.Equal(2, (await scene.Community.Get<ReadSeen>().Run(topic)).Members);
        Assert.Equal([1, 1], await scene.Community.Read(db => db.SeenDays.Select(d => d.Members).ToListAsync()));
    }

    private static async Task<long> Rows(SqliteConnection copy, string table)
    {
        await using var command = copy.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static Task Sees(ForumScene scene, long topic, int network, string browser)
    {
        scene.Community.Get<VisitorNotes>().Add(new VisitorNotes.Note(topic, (UInt128)network, browser));
        return scene.Community.Get<CountVisitors>().Run();
    }

    private static Task<(int, int)> Kept(ForumScene scene) =>
        scene.Community.Read(async db => (await db.SeenVisitors.CountAsync(), await db.SeenSalts.CountAsync()));
}
