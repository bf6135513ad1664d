using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Community.Data;
using Community.Notifications.Contract;
using Community.Privacy;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Privacy;

public sealed class ExportMyDataTests
{
    [Fact]
    public async Task It_holds_all_that_the_member_wrote_chose_and_did()
    {
        await using var scene = await PrivacyScene.Start();

        var files = await Export(scene, scene.Kana);

        var posts = JsonDocument.Parse(files["posts.json"]).RootElement;
        Assert.Equal(4, posts.GetArrayLength());
        Assert.Equal($"Second words of {PrivacyScene.Words} in the opening, edited.", posts[0].GetProperty("markdown").GetString());
        Assert.Equal(scene.Opening.ToString(CultureInfo.InvariantCulture), posts[0].GetProperty("id").GetString());
        Assert.Contains("First words", files["revisions.json"], StringComparison.Ordinal);
        Assert.Contains(PrivacyScene.Email, files["account.json"], StringComparison.Ordinal);
        Assert.Contains("Begun by NIGHTINGALE", files["drafts.json"], StringComparison.Ordinal);
        Assert.Contains("\"heart\"", files["reactions.json"], StringComparison.Ordinal);
        Assert.Contains("NIGHTINGALE minds", files["reports.json"], StringComparison.Ordinal);
        Assert.Contains("terms", files["consents.json"], StringComparison.Ordinal);
        Assert.Contains("Token of", files["api-tokens.json"], StringComparison.Ordinal);
        Assert.Contains("rightPasswordAt", files["sign-ins.json"], StringComparison.Ordinal);
        Assert.Contains("hide-post", files["decisions.json"], StringComparison.Ordinal);
        Assert.Contains("kanariya_elsewhere", files["imported-names.json"], StringComparison.Ordinal);
        Assert.Contains("\"schema\": 1", files["export.json"], StringComparison.Ordinal);
        Assert.Contains("posts.json", files["README.txt"], StringComparison.Ordinal);
        Assert.Contains("すべてのデータ", files["README.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_holds_no_secret_and_nothing_that_others_said_or_noted()
    {
        await using var scene = await PrivacyScene.Start();
        var (password, token) = await scene.Community.Read(async db => ((await db.Accounts.SingleAsync(a => a.Id == scene.Kana.MemberId)).PasswordHash!, (await db.ApiTokens.SingleAsync()).Hash));

        var all = string.Join('\n', (await Export(scene, scene.Kana)).Values);

        Assert.DoesNotContain(password, all, StringComparison.Ordinal);
        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
        Assert.DoesNotContain("floods us", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Unkind:", all, StringComparison.Ordinal);
        Assert.DoesNotContain("words of his own", all, StringComparison.Ordinal);
        Assert.DoesNotContain("mia", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_as_the_API_does()
    {
        await using var scene = await PrivacyScene.Start();

        var files = await Export(scene, scene.Kana);

        var (post, topic) = (First(files["posts.json"]), First(files["topics.json"]));
        Assert.Equal("visible", post.GetProperty("state").GetString());
        Assert.Equal(topic.GetProperty("id").GetString(), post.GetProperty("topicId").GetString());
        Assert.Equal(JsonValueKind.Number, topic.GetProperty("number").ValueKind);
        Assert.Equal("member", First(files["member.json"]).GetProperty("role").GetString());
        Assert.Equal(JsonValueKind.String, First(files["reactions.json"]).GetProperty("postId").ValueKind);
        Assert.Contains("leads nowhere", files["README.txt"], StringComparison.Ordinal);

        static JsonElement First(string file) => JsonDocument.Parse(file).RootElement[0];
    }

    [Fact]
    public async Task Counts_are_those_of_the_files()
    {
        await using var scene = await PrivacyScene.Start();
        var files = await Export(scene, scene.Kana);

        var held = await scene.Community.Get<ReadMyData>().Run(scene.Kana, default);

        Assert.NotEmpty(held);
        Assert.All(held, h => Assert.Equal(h.Count, JsonDocument.Parse(files[h.Name + ".json"]).RootElement.GetArrayLength()));
        Assert.Empty(await scene.Community.Get<ReadMyData>().Run(Actor.Visitor, default));
    }

    [Fact]
    public async Task Mails_to_an_address_that_nobody_proved_are_not_theirs()
    {
        await using var scene = await PrivacyScene.Start();
        var (kana, bens) = (scene.Kana.MemberId, await Mails(scene, "benjiro@example.com"));
        await scene.Community.Change(db => db.Accounts.Where(a => a.Id == kana).ExecuteUpdateAsync(a => a.SetProperty(x => x.PendingEmail, "benjiro@example.com")));

        Assert.DoesNotContain("BENJIRO@", (await Export(scene, scene.Kana))["messages.json"], StringComparison.Ordinal);
        Assert.Contains(PrivacyScene.Email, (await Export(scene, scene.Kana))["messages.json"], StringComparison.OrdinalIgnoreCase);
        await scene.Community.Change(db => db.Accounts.Where(a => a.Id == kana).ExecuteUpdateAsync(a => a.SetProperty(x => x.EmailConfirmed, false)));
        Assert.DoesNotContain(PrivacyScene.Email, (await Export(scene, scene.Kana))["messages.json"], StringComparison.OrdinalIgnoreCase);
        PrivacyScene.Must(await scene.EraseMyself());
        Assert.True(bens > 0);
        Assert.Equal(bens, await Mails(scene, "benjiro@example.com"));
    }

    [Fact]
    public async Task Mails_to_their_address_are_theirs_however_it_was_typed()
    {
        await using var scene = await PrivacyScene.Start();
        var mails = await Mails(scene, PrivacyScene.Email);
        await scene.Community.Arrange(db => db.Queue(new Mail("Kanariya@EXAMPLE.com", Languages.English, "Somebody typed it like that", []), scene.Community.Get<Ids>().Next(), scene.Community.Time.Now));

        var messages = JsonDocument.Parse((await Export(scene, scene.Kana))["messages.json"]).RootElement.GetArrayLength();
        PrivacyScene.Must(await scene.EraseMyself());

        Assert.Equal(mails + 1, messages);
        Assert.Equal(0, await Mails(scene, PrivacyScene.Email));
        Assert.DoesNotContain("kanariya@", string.Concat(await scene.Community.Read(db => db.Outbox.Select(m => m.Recipient).ToListAsync())), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_is_whole_before_it_is_sent_in_a_file_that_nobody_else_can_open()
    {
        await using var scene = await PrivacyScene.Start();

        await using var file = await scene.Community.Get<ExportMyData>().Make(scene.Kana, default);

        Assert.Equal((0, true, false), (file.Position, file.Length > 0, File.Exists(file.Name)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.SafeFileHandle));
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        Assert.NotNull(zip.GetEntry("export.json"));
    }

    private static async Task<int> Mails(PrivacyScene scene, string to) => (await scene.Accounts.Mails(to)).Count;

    private static async Task<Dictionary<string, string>> Export(PrivacyScene scene, Actor actor)
    {
        using var file = new MemoryStream();
        await scene.Community.Get<ExportMyData>().Run(actor, file, default);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            files.Add(entry.FullName, await reader.ReadToEndAsync());
        }

        return files;
    }
}
