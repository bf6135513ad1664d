using Community.Discussions.Contract;
using Community.Live;
using Community.Members.Contract;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Live;

/// <summary>Who is here and who writes, second by second.</summary>
public sealed class LivePresenceTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly HeldTime time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void _03_Who_writes_is_forgotten_six_seconds_after_the_last_sign_and_the_others_are_told()
    {
        var (presence, feed) = Presence();
        using var watch = feed.Watch(1);
        using var aki = presence.Arrive(1, 10);

        presence.Writes(1, 10);
        time.Pass(4 * Second);
        presence.Writes(1, 10);
        time.Pass(5 * Second);
        var renewed = presence.Of(1).Writing;
        var heard = watch.Next(Cancel);
        Assert.True(heard.IsCompletedSuccessfully);
        time.Pass(Second);

        Assert.Equal([10], renewed);
        Assert.Empty(presence.Of(1).Writing);
        Assert.True(watch.Next(Cancel).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task _03_Whose_post_has_come_writes_no_more_and_the_others_are_told()
    {
        var (presence, feed) = Presence();
        using var watch = feed.Watch(1);
        using var aki = presence.Arrive(1, 10);
        using var ben = presence.Arrive(1, 20);
        presence.Writes(1, 10);
        presence.Writes(1, 20);
        time.Pass(Second);
        await watch.Next(Cancel);

        await presence.AfterCommit(new PostWritten(7, 1, ContentKind.Topic, 2, AuthorId: 10, IsVisible: true), Cancel);
        time.Pass(Second);

        Assert.Equal([20], presence.Of(1).Writing);
        Assert.True(watch.Next(Cancel).IsCompletedSuccessfully);
    }

    [Fact]
    public void _03_Who_leaves_is_gone_at_once_and_with_them_that_they_write()
    {
        var (presence, _) = Presence();
        using var ben = presence.Arrive(1, 20);
        var aki = presence.Arrive(1, 10);
        presence.Writes(1, 10);

        aki.Dispose();

        Assert.Equal([20], presence.Of(1).Here);
        Assert.Empty(presence.Of(1).Writing);
    }

    [Fact]
    public async Task _03_Somebody_who_comes_and_goes_is_told_once_a_second()
    {
        var (presence, feed) = Presence();
        using var watch = feed.Watch(1);
        using var ben = presence.Arrive(1, 20);
        Assert.True(watch.Next(Cancel).IsCompletedSuccessfully);

        for (var n = 0; n < 10; n++)
            presence.Arrive(1, 10).Dispose();
        var next = watch.Next(Cancel);
        var isTold = next.IsCompleted;
        time.Pass(Second);

        Assert.False(isTold);
        await next.WaitAsync(Cancel);
        Assert.False(watch.Next(Cancel).IsCompleted);
    }

    [Fact]
    public async Task _03_That_the_last_one_left_is_told_too()
    {
        var (presence, feed) = Presence();
        using var watch = feed.Watch(1);
        presence.Arrive(1, 10).Dispose();
        Assert.True(watch.Next(Cancel).IsCompletedSuccessfully);

        var next = watch.Next(Cancel);
        time.Pass(Second);

        await next.WaitAsync(Cancel);
        Assert.Empty(presence.Of(1).Here);
    }

    [Fact]
    public void _03_Two_pages_of_one_member_are_one_member_until_both_are_closed()
    {
        var (presence, _) = Presence();
        var first = presence.Arrive(1, 10);
        var second = presence.Arrive(1, 10);

        first.Dispose();
        first.Dispose();
        var still = presence.Of(1).Here;
        second.Dispose();

        Assert.Equal([10], still);
        Assert.Empty(presence.Of(1).Here);
    }

    [Fact]
    public void _03_Who_is_not_here_does_not_write()
    {
        var (presence, _) = Presence();
        using var ben = presence.Arrive(1, 20);

        presence.Writes(1, 10);
        presence.Writes(2, 20);

        Assert.Empty(presence.Of(1).Writing);
        Assert.Empty(presence.Of(2).Writing);
    }

    [Fact]
    public async Task _03_A_page_that_arrives_after_its_member_chose_not_to_be_shown_shows_them_no_more_until_they_choose_otherwise()
    {
        var (presence, _) = Presence();
        var before = presence.Arrive(1, 10);

        await presence.AfterCommit(new PresenceChosen(10, IsHidden: true), Cancel);
        using var late = presence.Arrive(1, 10);
        var whileHidden = presence.Of(1).Here;
        await presence.AfterCommit(new PresenceChosen(10, IsHidden: false), Cancel);
        using var next = presence.Arrive(1, 10);
        before.Dispose();

        Assert.Empty(whileHidden);
        Assert.Equal([10], presence.Of(1).Here);
    }

    private (LivePresence Presence, LiveFeed Feed) Presence()
    {
        var feed = new LiveFeed(site.Get<Community.Discussions.Contract.ReadChange>());
        return (new LivePresence(feed, time, Options.Create(new LiveLimits())), feed);
    }
}
