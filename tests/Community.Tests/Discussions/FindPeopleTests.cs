using Community.Discussions;
using Community.Discussions.Contract;
using Community.Members;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions;

public sealed class FindPeopleTests
{
    [Fact]
    public async Task _10_The_people_of_the_topic_come_first_and_the_asker_never()
    {
        await using var scene = await ForumScene.Start();
        var other = await scene.Topic(scene.Admin);
        var number = await scene.Topic();
        await scene.Answer(scene.Newcomer, number);
        await scene.Answer(scene.Moderator, number);
        await scene.Answer(scene.Admin, other);

        Assert.Equal(["mia", "nao", "aki", "ada"], await Handles(scene, scene.Ben, number, ""));
        Assert.Equal(["aki", "ada"], await Handles(scene, scene.Ben, number, "A"));
        Assert.Equal(["ada"], await Handles(scene, scene.Aki, number, "a"));
    }

    [Theory]
    [InlineData("田中", "yamada-k")]
    [InlineData("けいこ", "yamada-k")]
    [InlineData("ケイコ", "yamada-k")]
    [InlineData("ｙａｍａｄａ", "yamada-k")]
    [InlineData("Keiko", "yamada-k")]
    [InlineData("eiko")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("'; DROP TABLE members; --")]
    [InlineData("\ud800")]
    public async Task _10_Names_are_found_in_Japanese_too(string text, params string[] expected)
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var keiko = await scene.Community.Person("yamada-k");
        await scene.Community.Arrange(db => db.Members.Where(m => m.Id == keiko.MemberId).ExecuteUpdate(set => set.SetProperty(m => m.DisplayName, "田中ケイコ (Keiko)")));

        Assert.Equal(expected, await Handles(scene, scene.Aki, number, text));
    }

    [Fact]
    public async Task _10_Who_cannot_read_the_place_is_marked()
    {
        await using var scene = await ForumScene.Start();
        var number = ForumScene.Must(await scene.Start(scene.Moderator, forum: "staff-room")).Number;
        await scene.Topic(scene.Aki);

        var found = ForumScene.Must(await Find(scene, scene.Admin, await Id(scene, number), ""));

        Assert.Equal([("mia", true), ("aki", false)], found.Select(person => (person.Handle, person.CanRead)));
    }

    [Fact]
    public async Task _10_Of_a_place_that_the_asker_cannot_read_nothing_is_told()
    {
        await using var scene = await ForumScene.Start();
        var number = ForumScene.Must(await scene.Start(scene.Moderator, forum: "staff-room")).Number;
        var id = await Id(scene, number);

        Assert.Equal(ProblemKind.NotFound, (await Find(scene, scene.Aki, id, "")).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Find(scene, scene.Aki, 42, "")).Problem?.Kind);
        Assert.Equal(ProblemKind.Forbidden, (await Find(scene, Actor.Visitor, id, "")).Problem?.Kind);
        Assert.DoesNotContain("mia", await Handles(scene, scene.Aki, await scene.Topic(), ""));
    }

    [Fact]
    public async Task _10_There_are_never_more_than_ten_and_no_erased_ones()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        foreach (var n in Enumerable.Range(0, 15))
            await scene.Community.Person($"zoe-{n}");
        await scene.Community.Arrange(db => db.Members.Where(m => m.Handle == "zoe-3").ExecuteUpdate(set => set.SetProperty(m => m.State, MemberState.Erased)));

        var found = await Handles(scene, scene.Aki, number, "zoe");

        Assert.Equal(FindPeople.Most, found.Count);
        Assert.DoesNotContain("zoe-3", found);
    }

    private static async Task<IReadOnlyList<string>> Handles(ForumScene scene, Actor actor, long topic, string text) =>
        [.. ForumScene.Must(await Find(scene, actor, await Id(scene, topic), text)).Select(person => person.Handle)];

    private static Task<Result<IReadOnlyList<PersonFound>>> Find(ForumScene scene, Actor actor, long discussion, string text) =>
        scene.Community.Get<FindPeople>().Run(actor, new FindPeople.Query(DraftPlace.Reply(discussion), text));

    private static Task<long> Id(ForumScene scene, long topic) => scene.Community.Read(db => db.Topics.Where(t => t.Number == topic).Select(t => t.Id).SingleAsync());
}
