using System.Threading.Channels;
using Community.Client;
using Community.Forums;
using Community.Shared;
using Community.Web.Tests.Api;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Community.Web.Tests.Live;

[Collection(nameof(ApiSite))]
public sealed class LiveHubTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _07_A_program_hears_how_far_a_discussion_has_changed()
    {
        var aki = await site.ClientOf("aki");
        var topic = await Topic(aki);
        await using var program = HubProgram.Of(site.Address);
        var heard = Ear(program);
        await program.StartAsync(Cancel);

        var known = await program.InvokeAsync<long>("Watch", topic.Id, topic.ChangeNumber, Cancel);
        await aki.Topics.PostReply(topic.Number, new NewPost("Words that no signal carries."), cancel: Cancel);

        Assert.Equal(topic.ChangeNumber, known);
        Assert.Equal((topic.Id, topic.ChangeNumber + 1), await heard.ReadAsync(Cancel));
    }

    [Fact]
    public async Task _07_What_is_for_the_staff_is_watched_with_their_token_in_the_header_or_the_address_and_without_one_it_is_not_there()
    {
        var (token, id) = await StaffTopic();
        await using var visitor = HubProgram.Of(site.Address);
        await using var byHeader = HubProgram.Of(site.Address, token);
        await using var byAddress = HubProgram.Of(site.Address, query: $"?access_token={token}");
        foreach (var program in (HubConnection[])[visitor, byHeader, byAddress])
            await program.StartAsync(Cancel);

        var refused = await Assert.ThrowsAsync<HubException>(() => visitor.InvokeAsync<long>("Watch", id, 0L, Cancel));

        Assert.EndsWith("not-found", refused.Message, StringComparison.Ordinal);
        Assert.True(await byHeader.InvokeAsync<long>("Watch", id, 0L, Cancel) > 0);
        Assert.True(await byAddress.InvokeAsync<long>("Watch", id, 0L, Cancel) > 0);
    }

    [Fact]
    public async Task _07_A_token_that_does_not_work_opens_nothing()
    {
        await using var program = HubProgram.Of(site.Address, "cmt_" + new string('a', 43));

        await Assert.ThrowsAnyAsync<Exception>(() => program.StartAsync(Cancel));
    }

    [Fact]
    public async Task _07_What_is_no_longer_watched_is_no_longer_told()
    {
        var aki = await site.ClientOf("aki");
        var (quiet, loud) = (await Topic(aki), await Topic(aki));
        await using var program = HubProgram.Of(site.Address);
        var heard = Ear(program);
        await program.StartAsync(Cancel);
        await program.InvokeAsync<long>("Watch", quiet.Id, quiet.ChangeNumber, Cancel);
        await program.InvokeAsync<long>("Watch", loud.Id, loud.ChangeNumber, Cancel);

        await program.InvokeAsync("Unwatch", quiet.Id, Cancel);
        await aki.Topics.PostReply(quiet.Number, new NewPost("Nobody hears this one."), cancel: Cancel);
        await aki.Topics.PostReply(loud.Number, new NewPost("Somebody hears this one."), cancel: Cancel);

        Assert.Equal(loud.Id, (await heard.ReadAsync(Cancel)).Id);
    }

    [Fact]
    public async Task _06_A_program_that_may_not_read_any_more_is_told_so_once()
    {
        var topic = await Topic(await site.ClientOf("aki"));
        await using var program = HubProgram.Of(site.Address);
        var gone = Channel.CreateUnbounded<string>();
        program.On<string>("Gone", id => gone.Writer.TryWrite(id));
        await program.StartAsync(Cancel);
        await program.InvokeAsync<long>("Watch", topic.Id, topic.ChangeNumber, Cancel);

        await Hide(topic.Number);

        Assert.Equal(topic.Id, await gone.Reader.ReadAsync(Cancel));
        await Assert.ThrowsAsync<HubException>(() => program.InvokeAsync<long>("Watch", topic.Id, 0L, Cancel));
    }

    internal static ChannelReader<(string Id, long Change)> Ear(HubConnection program)
    {
        var heard = Channel.CreateUnbounded<(string, long)>();
        program.On<string, long>("Changed", (id, change) => heard.Writer.TryWrite((id, change)));
        return heard.Reader;
    }

    private async Task<TopicDetails> Topic(CommunityClient by) => await by.Topics.ReadTopic((await site.Topic(by)).Number, Cancel);

    private async Task<(string Token, string Id)> StaffTopic()
    {
        var token = (await site.Token(await site.Person("mia", Community.Shared.Role.Moderator), Community.Members.TokenScope.Staff)).Token;
        var mia = site.Client(token);
        var started = await mia.Topics.StartTopic("staff-room", new NewTopic("What the staff says to itself", $"Words for few. {Guid.NewGuid()}"), cancel: Cancel);
        return (token, (await mia.Topics.ReadTopic(started.Number, Cancel)).Id);
    }

    private async Task Hide(long topic)
    {
        var mia = Actor.Of(1, "mia", Community.Shared.Role.Moderator, Community.Shared.TrustLevel.Member);
        Assert.True((await site.Get<MoveTopic>().Run(mia, new MoveTopic.Input(topic, "staff-room", "Belongs there"), Cancel)).Ok);
    }
}
