using Community.Members;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

public sealed class SettingsTests
{
    [Fact]
    public async Task A_changed_name_makes_every_page_old()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");
        var epoch = await Epoch(scene);

        var done = await Profile(scene, yukari, " ゆかり ", "山\r\n海");

        Assert.True(done.Ok);
        Assert.Equal(("ゆかり", "山\n海"), ((await scene.MemberRow("yukari")).DisplayName, (await scene.MemberRow("yukari")).Bio));
        Assert.Equal(epoch + 1, await Epoch(scene));
        await Profile(scene, yukari, "ゆかり", "山\n海");
        Assert.Equal(epoch + 1, await Epoch(scene));
    }

    [Theory]
    [InlineData("", "display-name-too-short")]
    [InlineData("a\nb", "text-line-break")]
    [InlineData("a\u202Eb", "text-bidi")]
    [InlineData("\u200B\u200B", "display-name-too-short")]
    public async Task A_name_is_refused(string name, string code)
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        Assert.Equal((code, "display-name"), ((await Profile(scene, yukari, name, "")).Problem?.Code, "display-name"));
    }

    [Fact]
    public async Task A_bio_has_an_end()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        Assert.Equal("bio-too-long", (await Profile(scene, yukari, "Yukari", new string('a', 501))).Problem?.Code);
    }

    [Fact]
    public async Task Who_only_reads_shows_nothing_of_themselves()
    {
        await using var scene = await AccountScene.Start();
        await scene.Register(AccountScene.Form("yukari"));
        var yukari = await scene.ActorOf("yukari");

        Assert.Equal("sign-in", (await Profile(scene, Actor.Visitor, "x", "")).Problem?.Code);
        Assert.Equal("confirm-email", (await Profile(scene, yukari, "x", "")).Problem?.Code);
        var suspended = yukari with { IsUnconfirmed = false, SuspendedUntil = scene.Time.Now.AddDays(1) };
        Assert.Equal("suspended", (await Profile(scene, suspended, "x", "")).Problem?.Code);
    }

    [Fact]
    public async Task Preferences_change_one_by_one_and_back()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        await Prefer(scene, yukari, new(Language: "ja"));
        await Prefer(scene, yukari, new(TimeZone: "Asia/Tokyo", Theme: Theme.Dark));
        var chosen = await scene.MemberRow("yukari");
        await Prefer(scene, yukari, new(Language: "", TimeZone: ""));
        var back = await scene.MemberRow("yukari");

        Assert.Equal(("ja", "Asia/Tokyo", Theme.Dark), (chosen.Language, chosen.TimeZone, chosen.Theme));
        Assert.Equal((null, null, Theme.Dark), (back.Language, back.TimeZone, back.Theme));
    }

    [Fact]
    public async Task Preferences_are_read_as_they_were_chosen_also_without_an_account()
    {
        await using var scene = await AccountScene.Start();
        var robot = await scene.Community.Person("robot");
        await Prefer(scene, robot, new(Language: "ja", Theme: Theme.Dark));

        var chosen = await scene.Community.Get<ReadPreferences>().Run(robot, default);

        Assert.Equal(new ReadPreferences.Preferences("ja", null, Theme.Dark, null, true), chosen.Value);
        Assert.Equal("sign-in", (await scene.Community.Get<ReadPreferences>().Run(Actor.Visitor, default)).Problem?.Code);
    }

    [Fact]
    public async Task Unknown_languages_and_zones_are_refused_and_visitors_have_none()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        Assert.Equal("language-unknown", (await Prefer(scene, yukari, new(Language: "xx"))).Problem?.Code);
        Assert.Equal("time-zone-unknown", (await Prefer(scene, yukari, new(TimeZone: "Tokyo Standard Time"))).Problem?.Code);
        Assert.Equal("sign-in", (await Prefer(scene, Actor.Visitor, new(Language: "ja"))).Problem?.Code);
    }

    [Fact]
    public async Task Each_change_of_mind_about_the_digest_is_an_entry_of_its_own()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        foreach (var wanted in new[] { true, true, false, true })
            await scene.Community.Get<ChangeDigest>().Run(yukari, new ChangeDigest.Input(wanted, "settings", "en"), default);

        var answers = await scene.Community.Read(db => db.Consents.Where(c => c.Purpose == "digest").OrderBy(c => c.Id).Select(c => c.Granted).ToListAsync());
        Assert.Equal([false, true, false, true], answers);
        Assert.True((await scene.Community.Get<ReadMyAccount>().Run(yukari, default))?.WantsDigest);
        Assert.Equal("sign-in", (await scene.Community.Get<ChangeDigest>().Run(Actor.Visitor, new ChangeDigest.Input(true, "settings", "en"), default)).Problem?.Code);
    }

    private static Task<Result<Done>> Profile(AccountScene scene, Actor actor, string name, string bio) =>
        scene.Community.Get<UpdateProfile>().Run(actor, new UpdateProfile.Input(name, bio), default);

    private static Task<Result<Done>> Prefer(AccountScene scene, Actor actor, UpdatePreferences.Input input) =>
        scene.Community.Get<UpdatePreferences>().Run(actor, input, default);

    private static Task<long> Epoch(AccountScene scene) => scene.Community.Read(db => db.Site.Select(s => s.Epoch).SingleAsync());
}
