using Community.Ideas.Votes;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Ideas;

public sealed class HideReasonTests
{
    [Fact]
    public async Task A_hidden_reason_is_read_by_moderators_alone_and_counts_as_before()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea(scene.Aki);
        ForumScene.Must(await scene.Vote(scene.Ben, idea, Importance.Important, "Buy my tea at tea.example"));
        var vote = (await Backer(scene, scene.Moderator, idea)).VoteId;

        Assert.Equal("reason-required", (await Hide(scene, scene.Moderator, vote, true, "")).Problem?.Code);
        Assert.Equal("moderators-only", (await Hide(scene, scene.Brand, vote, true)).Problem?.Code);
        ForumScene.Must(await Hide(scene, scene.Moderator, vote, true));

        Assert.Equal((null, false), await Shown(scene, scene.Aki, idea));
        Assert.Equal(("Buy my tea at tea.example", true), await Shown(scene, scene.Moderator, idea));
        Assert.Equal(1, (await scene.ReadIdea(idea)).BackerCount);

        // Another importance brings the same words not back; other words are others.
        ForumScene.Must(await scene.Vote(scene.Ben, idea, Importance.Essential, "Buy my tea at tea.example"));
        Assert.Equal((null, false), await Shown(scene, scene.Aki, idea));
        ForumScene.Must(await scene.TakeBack(scene.Ben, idea));
        ForumScene.Must(await scene.Vote(scene.Ben, idea, null, "Buy my tea at tea.example"));
        Assert.Equal((null, false), await Shown(scene, scene.Aki, idea));
        ForumScene.Must(await scene.Vote(scene.Ben, idea, Importance.Essential, "Mine is cold by noon"));
        Assert.Equal(("Mine is cold by noon", false), await Shown(scene, scene.Aki, idea));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task It_is_shown_again_and_the_log_has_both()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea(scene.Aki);
        ForumScene.Must(await scene.Vote(scene.Ben, idea, null, "On long walks"));
        var vote = (await Backer(scene, scene.Moderator, idea)).VoteId;

        ForumScene.Must(await Hide(scene, scene.Moderator, vote, true));
        ForumScene.Must(await Hide(scene, scene.Moderator, vote, false));

        Assert.Equal(("On long walks", false), await Shown(scene, scene.Aki, idea));
        Assert.Equal(["hide-vote-reason", "show-vote-reason"], await scene.Community.Read(db => db.Log.Where(e => e.Action.EndsWith("-vote-reason")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()));
    }

    private static Task<Result<Done>> Hide(IdeaScene scene, Actor by, long vote, bool to, string reason = "An advertisement") =>
        scene.Community.Get<HideReason>().Run(by, new HideReason.Input(vote, to, reason));

    private static async Task<Backer> Backer(IdeaScene scene, Actor by, long idea) =>
        Assert.Single(ForumScene.Must(await scene.Community.Get<ListBackers>().Run(by, idea, null)).Items);

    private static async Task<(string?, bool)> Shown(IdeaScene scene, Actor by, long idea) => await Backer(scene, by, idea) is { Reason: var reason, IsReasonHidden: var isHidden } ? (reason, isHidden) : default;
}
