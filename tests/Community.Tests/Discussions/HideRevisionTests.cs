using Community.Discussions;
using Community.Moderation;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions;

public sealed class HideRevisionTests
{
    private const string Secret = "Her number is 555-0100 and she lives beside the old tin works.";

    [Fact]
    public async Task A_hidden_version_has_no_words_for_anybody_but_moderators()
    {
        await using var scene = await ForumScene.Start();
        var post = await EditedByStaff(scene);

        ForumScene.Must(await Hide(scene, scene.Moderator, post, 1));

        foreach (var reader in (Actor[])[Actor.Visitor, scene.Aki, scene.Ben])
        {
            var view = ForumScene.Must(await scene.Community.Get<ReadRevisions>().Run(reader, post));
            Assert.Equal([true, false], view.Versions.Select(v => v.IsHidden));
            Assert.Equal(("", null, null, null), (view.Versions[0].Body, view.Versions[0].Title, view.Versions[0].Tags, view.Versions[0].Reason));
            Assert.Equal(ForumScene.Body, view.Versions[1].Body);
        }

        var forModerator = ForumScene.Must(await scene.Community.Get<ReadRevisions>().Run(scene.Moderator, post));
        Assert.Equal((true, Secret), (forModerator.Versions[0].IsHidden, forModerator.Versions[0].Body));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task It_is_logged_with_its_reason_and_taken_back_from_the_log()
    {
        await using var scene = await ForumScene.Start();
        var post = await EditedByStaff(scene);
        ForumScene.Must(await Hide(scene, scene.Moderator, post, 1, " Personal data "));
        var entry = await LastEntry(scene);

        ForumScene.Must(await scene.Community.Get<UndoAct>().Run(scene.Moderator, entry.Sequence));

        Assert.Equal(("hide-revision", "Personal data", "mia"), (entry.Action, entry.Reason, entry.By!.Handle));
        var undone = await LastEntry(scene);
        Assert.Equal(("show-revision", (long?)entry.Sequence), (undone.Action, undone.Undoes));
        Assert.Equal(Secret, ForumScene.Must(await scene.Community.Get<ReadRevisions>().Run(Actor.Visitor, post)).Versions[0].Body);
        ForumScene.Must(await scene.Community.Get<UndoAct>().Run(scene.Moderator, undone.Sequence));
        Assert.Equal("", ForumScene.Must(await scene.Community.Get<ReadRevisions>().Run(Actor.Visitor, post)).Versions[0].Body);
    }

    [Fact]
    public async Task Asking_twice_is_one_act()
    {
        await using var scene = await ForumScene.Start();
        var post = await EditedByStaff(scene);

        ForumScene.Must(await Hide(scene, scene.Moderator, post, 1));
        ForumScene.Must(await Hide(scene, scene.Moderator, post, 1));

        Assert.Equal(1, await scene.Community.Read(db => db.Log.CountAsync(e => e.Action == "hide-revision")));
    }

    [Fact]
    public async Task Moderators_alone_hide_with_a_reason_what_once_stood_there()
    {
        await using var scene = await ForumScene.Start();
        var post = await EditedByStaff(scene);
        var brand = await scene.Community.Person("bea", Role.Brand);

        foreach (var actor in (Actor[])[Actor.Visitor, scene.Aki, scene.Ben, brand, scene.Moderator with { SuspendedUntil = scene.Time.Now.AddHours(1) }])
            Assert.Equal(ProblemKind.Forbidden, (await Hide(scene, actor, post, 1)).Problem?.Kind);
        Assert.Equal("reason-required", (await Hide(scene, scene.Moderator, post, 1, " ")).Problem?.Code);
        foreach (var (id, version) in ((long, int)[])[(post, 0), (post, 2), (42, 1)])
            Assert.Equal(ProblemKind.NotFound, (await Hide(scene, scene.Moderator, id, version)).Problem?.Kind);
        Assert.Equal(Secret, ForumScene.Must(await scene.Community.Get<ReadRevisions>().Run(Actor.Visitor, post)).Versions[0].Body);
    }

    /// <summary>Somebody wrote what must not be read, and a moderator took it out of the text.</summary>
    private static async Task<long> EditedByStaff(ForumScene scene)
    {
        var number = ForumScene.Must(await scene.Start(scene.Aki, body: Secret)).Number;
        var post = await scene.ReadPost(number, 1);
        ForumScene.Must(await scene.Community.Get<EditPost>().Run(scene.Moderator, new EditPost.Input(post.Id, post.Version, ForumScene.Body, Reason: "Personal data")));
        return post.Id;
    }

    private static Task<Result<Done>> Hide(ForumScene scene, Actor actor, long post, int version, string? reason = "Personal data") =>
        scene.Community.Get<HideRevision>().Run(actor, new HideRevision.Input(post, version, true, reason));

    private static async Task<LogLine> LastEntry(ForumScene scene) =>
        ForumScene.Must(await scene.Community.Get<ReadLog>().Run(scene.Moderator, new ReadLog.Filter())).Items[0];
}
