using Community.Discussions;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Discussions;

public sealed class EditMergeTests
{
    private static readonly EditedText Before = new("Lantern", "light, camp", "One.\nTwo.\nThree.");

    [Fact]
    public void _13_Title_tags_and_text_are_merged_each_by_itself()
    {
        var merge = new EditMerge(Before, Before with { Title = "Lanterns", Body = "One.\nTwo.\nThree, now." }, Before with { Tags = "light,camp、tent", Body = "First.\nTwo.\nThree." });

        Assert.Equal(new EditedText("Lanterns", "light, camp, tent", "First.\nTwo.\nThree, now."), merge.Joined([]));
        Assert.True(merge.IsDecided([]));
        Assert.Equal(4, merge.Changes.Count);
    }

    [Fact]
    public void _13_What_both_changed_waits_for_a_choice()
    {
        var (theirs, mine) = (Before with { Title = "Theirs", Body = "One!\nTwo.\nThree." }, Before with { Title = "Mine", Body = "One?\nTwo.\nThree." });
        var merge = new EditMerge(Before, theirs, mine);

        Assert.False(merge.IsDecided([MergeChoice.Theirs, null]));
        Assert.True(merge.IsDecided([MergeChoice.Theirs, MergeChoice.Mine]));
        Assert.Equal(mine with { Title = "Theirs" }, merge.Joined([MergeChoice.Theirs, MergeChoice.Mine]));
        Assert.Equal(theirs, merge.Joined([MergeChoice.Theirs, MergeChoice.Theirs]));
    }

    [Fact]
    public void _13_Where_the_beginning_is_not_known_nothing_of_either_goes_by_itself()
    {
        var merge = new EditMerge(null, new EditedText(null, null, "One.\nTwo stands between them.\nThree of theirs."), new EditedText(null, null, "One.\nMine.\nTwo stands between them."));

        var text = merge.Joined([]).Body;

        Assert.Contains("Mine.", text, StringComparison.Ordinal);
        Assert.Contains("Three of theirs.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task _13_An_edit_finds_what_it_began_with_and_who_changed_it_since()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var post = await scene.ReadPost(number, 1);
        await scene.Answer(scene.Newcomer, number);
        await Edit(scene, scene.Aki, post, post.Body + " It is a tin box.");
        await Edit(scene, scene.Moderator, await scene.ReadPost(number, 1), "Another text about the box, from a moderator.");

        var found = (await scene.Community.Get<ReadEditConflict>().Run(scene.Aki, post.Id, 2)).Value!;

        Assert.Equal(post.Body + " It is a tin box.", found.Before?.Body);
        Assert.Equal((3, "Another text about the box, from a moderator."), (found.Now.Version, found.Now.Body));
        Assert.Equal(scene.Moderator.Handle, found.By?.Handle);
    }

    [Fact]
    public async Task _13_A_hidden_version_is_no_beginning_for_who_may_not_read_it()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var post = await scene.ReadPost(number, 1);
        await scene.Answer(scene.Newcomer, number);
        await Edit(scene, scene.Moderator, post, "Another text about the box, from a moderator.");
        ForumScene.Must(await scene.Community.Get<HideRevision>().Run(scene.Moderator, new HideRevision.Input(post.Id, 1, true, "Because.")));

        Assert.Null((await scene.Community.Get<ReadEditConflict>().Run(scene.Aki, post.Id, 1)).Value!.Before);
        Assert.Equal(post.Body, (await scene.Community.Get<ReadEditConflict>().Run(scene.Moderator, post.Id, 1)).Value!.Before?.Body);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,2,3]")]
    [InlineData("[null,null]")]
    [InlineData("[null,null,null]")]
    [InlineData("[null,null,\"a\\u0000b\"]")]
    public void _13_What_was_not_written_by_the_form_is_no_text(string? written) => Assert.Null(EditedText.Read(written));

    [Fact]
    public void _13_A_text_comes_back_as_it_was_written()
    {
        var text = new EditedText(null, null, "\r\n </script>\n\"灯台\" 👨‍👩‍👧");

        Assert.Equal(text, EditedText.Read(text.Write()));
    }

    private static async Task Edit(ForumScene scene, Actor actor, Post post, string body) =>
        ForumScene.Must(await scene.Community.Get<EditPost>().Run(actor, new EditPost.Input(post.Id, post.Version, body, Reason: "Mended.")));
}
