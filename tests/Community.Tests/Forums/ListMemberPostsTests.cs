using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Forums;

public sealed class ListMemberPostsTests
{
    [Fact]
    public async Task What_a_member_is_shown_to_have_is_what_everybody_may_read()
    {
        await using var scene = await ForumScene.Start();
        var open = await scene.Topic(scene.Moderator);
        var answer = await scene.Answer(scene.Moderator, await scene.Topic(scene.Aki));
        ForumScene.Must(await scene.React(scene.Ben, answer.PostId));
        var secret = await scene.Answer(scene.Moderator, await scene.Topic(scene.Moderator, forum: "staff-room"));
        ForumScene.Must(await scene.React(scene.Admin, secret.PostId));

        var forVisitor = await Read(scene, Actor.Visitor, scene.Moderator);
        var forStaff = await Read(scene, scene.Admin, scene.Moderator);

        Assert.Equal(new MemberFigures(2, 1, 1), forVisitor.Figures);
        Assert.Equal((2, 4), (forVisitor.Posts.Items.Count, forStaff.Posts.Items.Count));
        Assert.Equal(forVisitor.Figures, forStaff.Figures);
        ForumScene.Must(await scene.Bring(scene.Admin, (await scene.ReadPost(open, 1)).Id, PostState.Hidden));
        Assert.Equal(new MemberFigures(1, 0, 1), (await Read(scene, Actor.Visitor, scene.Moderator)).Figures);
    }

    [Fact]
    public async Task Who_wrote_only_where_not_everybody_may_look_is_shown_to_have_nothing()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic(scene.Moderator, forum: "staff-room");

        Assert.Equal(new MemberFigures(0, 0, 0), (await Read(scene, Actor.Visitor, scene.Moderator)).Figures);
    }

    private static async Task<(MemberFigures Figures, Page<MemberPost> Posts)> Read(ForumScene scene, Actor actor, Actor author)
    {
        var list = scene.Community.Get<ListMemberPosts>();
        return (await scene.Community.Get<ReadMemberFigures>().Run(author.MemberId!.Value), ForumScene.Must(await list.Run(actor, author.MemberId!.Value, null)));
    }
}
