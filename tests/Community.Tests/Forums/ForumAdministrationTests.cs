using Community.Forums;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Forums;

public sealed class ForumAdministrationTests
{
    private static readonly ForumSettings Tea = new(
        "tea-talk", new LocalizedText("お茶の話", "Tea talk"), LocalizedText.Empty, 4, null, Audience.Everyone, Audience.Members, Audience.Members);

    [Fact]
    public async Task A_forum_is_created_once_behind_its_siblings_and_makes_pages_old()
    {
        await using var scene = await ForumScene.Start();
        var key = Guid.NewGuid();

        var first = ForumScene.Must(await Create(scene, scene.Admin, Tea, key));
        var again = ForumScene.Must(await Create(scene, scene.Admin, Tea, key));
        var child = ForumScene.Must(await Create(scene, scene.Admin, Tea with { Slug = " Green-Tea ", ParentId = first.Id }));

        Assert.Equal(first, again);
        var green = await scene.ReadForum("green-tea");
        Assert.Equal((child.Id, (long?)first.Id, 1), (green.Id, green.ParentId, green.Order));
        Assert.Equal(3, (await scene.Community.Read(db => db.Site.SingleAsync())).Epoch);
    }

    [Fact]
    public async Task Another_read_audience_counts_at_once_for_everything_in_the_forum()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var forum = await scene.ReadForum("help");
        var settings = Of(forum) with { ReadAudience = Audience.Staff, ReplyAudience = Audience.Staff };

        ForumScene.Must(await Update(scene, scene.Admin, forum.Id, settings));

        Assert.Equal(Audience.Staff, (await scene.ReadTopic(number)).Audience);
        Assert.Equal(Audience.Staff, (await scene.Community.Read(db => db.Discussions.SingleAsync())).Audience);
        Assert.Equal(ProblemKind.NotFound, (await scene.Reply(scene.Ben, number)).Problem!.Kind);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task There_are_two_levels_and_no_third()
    {
        await using var scene = await ForumScene.Start();
        var tea = ForumScene.Must(await Create(scene, scene.Admin, Tea)).Id;
        var green = ForumScene.Must(await Create(scene, scene.Admin, Tea with { Slug = "green-tea", ParentId = tea })).Id;
        var help = (await scene.ReadForum("help")).Id;

        Assert.Equal("forum-parent-unfit", (await Create(scene, scene.Admin, Tea with { Slug = "matcha", ParentId = green })).Problem!.Code);
        Assert.Equal("forum-parent-unfit", (await Create(scene, scene.Admin, Tea with { Slug = "matcha", ParentId = 42 })).Problem!.Code);
        Assert.Equal("forum-parent-unfit", (await Update(scene, scene.Admin, tea, Tea with { ParentId = tea })).Problem!.Code);
        Assert.Equal("forum-has-children", (await Update(scene, scene.Admin, tea, Tea with { ParentId = help })).Problem!.Code);
    }

    [Fact]
    public async Task Settings_that_cannot_be_are_refused_beside_their_fields()
    {
        await using var scene = await ForumScene.Start();
        ForumScene.Must(await Create(scene, scene.Admin, Tea));

        async Task Refuses(ForumSettings settings, string code, string field)
        {
            var problem = (await Create(scene, scene.Admin, settings)).Problem!;
            Assert.Equal((ProblemKind.Invalid, code, field), (problem.Kind, problem.Code, problem.Field));
        }

        var cake = Tea with { Slug = "cake" };
        await Refuses(Tea, "forum-slug-taken", "slug");
        await Refuses(Tea with { Slug = "tea talk" }, "forum-slug-form", "slug");
        await Refuses(Tea with { Slug = new string('a', 41) }, "forum-slug-form", "slug");
        await Refuses(cake with { Name = new LocalizedText(" ", "") }, "forum-name-missing", "name");
        await Refuses(cake with { Name = new LocalizedText("", new string('n', 61)) }, "name-too-long", "name");
        await Refuses(cake with { Description = new LocalizedText("", "a\0b") }, "text-nul", "description");
        await Refuses(cake with { Hue = 12 }, "forum-hue", "hue");
        await Refuses(cake with { ReadAudience = Audience.Nobody }, "audience-unknown", "readAudience");
        await Refuses(cake with { ReplyAudience = Audience.Everyone }, "audience-unknown", "replyAudience");
        await Refuses(cake with { StartAudience = "friends" }, "audience-unknown", "startAudience");
    }

    [Fact]
    public async Task Siblings_keep_a_dense_order()
    {
        await using var scene = await ForumScene.Start();
        var tea = ForumScene.Must(await Create(scene, scene.Admin, Tea)).Id;

        ForumScene.Must(await scene.Community.Get<ReorderForum>().Run(scene.Admin, new ReorderForum.Input(tea, 1)));
        Assert.Equal(["tea-talk", "help", "staff-room"], await Order(scene));
        ForumScene.Must(await scene.Community.Get<ReorderForum>().Run(scene.Admin, new ReorderForum.Input(tea, 99)));
        Assert.Equal(["help", "staff-room", "tea-talk"], await Order(scene));
    }

    [Fact]
    public async Task Only_an_empty_forum_without_children_is_deleted()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic();
        var tea = ForumScene.Must(await Create(scene, scene.Admin, Tea)).Id;
        var green = ForumScene.Must(await Create(scene, scene.Admin, Tea with { Slug = "green-tea", ParentId = tea })).Id;
        var delete = scene.Community.Get<DeleteForum>();

        Assert.Equal("forum-not-empty", (await delete.Run(scene.Admin, (await scene.ReadForum("help")).Id)).Problem!.Code);
        Assert.Equal("forum-has-children", (await delete.Run(scene.Admin, tea)).Problem!.Code);
        ForumScene.Must(await delete.Run(scene.Admin, green));
        ForumScene.Must(await delete.Run(scene.Admin, tea));
        Assert.Equal(ProblemKind.NotFound, (await delete.Run(scene.Admin, tea)).Problem!.Kind);
    }

    [Fact]
    public async Task An_archived_forum_takes_nothing_new_until_it_is_opened_again()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var help = (await scene.ReadForum("help")).Id;
        var archive = scene.Community.Get<ArchiveForum>();

        ForumScene.Must(await archive.Run(scene.Admin, new ArchiveForum.Input(help, true)));
        Assert.Equal("forum-archived", (await scene.Reply(scene.Ben, number)).Problem!.Code);
        ForumScene.Must(await archive.Run(scene.Admin, new ArchiveForum.Input(help, false)));
        Assert.True((await scene.Reply(scene.Ben, number)).Ok);
    }

    [Fact]
    public async Task None_of_it_is_for_moderators()
    {
        await using var scene = await ForumScene.Start();
        var help = (await scene.ReadForum("help")).Id;

        Assert.Equal("admins-only", (await Create(scene, scene.Moderator, Tea)).Problem!.Code);
        Assert.Equal("admins-only", (await Update(scene, scene.Moderator, help, Tea)).Problem!.Code);
        Assert.Equal("admins-only", (await scene.Community.Get<ReorderForum>().Run(scene.Moderator, new ReorderForum.Input(help, 1))).Problem!.Code);
        Assert.Equal("admins-only", (await scene.Community.Get<ArchiveForum>().Run(scene.Moderator, new ArchiveForum.Input(help, true))).Problem!.Code);
        Assert.Equal("admins-only", (await scene.Community.Get<DeleteForum>().Run(scene.Moderator, help)).Problem!.Code);
    }

    private static ForumSettings Of(Forum forum) => new(
        forum.Slug, forum.Name, forum.Description, forum.Hue, forum.ParentId, forum.ReadAudience, forum.ReplyAudience, forum.StartAudience);

    private static Task<List<string>> Order(ForumScene scene) => scene.Community.Read(db => db.Forums.OrderBy(f => f.Order).Select(f => f.Slug).ToListAsync());

    private static Task<Result<CreateForum.Created>> Create(ForumScene scene, Actor actor, ForumSettings settings, Guid? key = null) =>
        scene.Community.Get<CreateForum>().Run(actor, new CreateForum.Input(settings, key ?? Guid.NewGuid()));

    private static Task<Result<Done>> Update(ForumScene scene, Actor actor, long forum, ForumSettings settings) =>
        scene.Community.Get<UpdateForum>().Run(actor, new UpdateForum.Input(forum, settings));
}
