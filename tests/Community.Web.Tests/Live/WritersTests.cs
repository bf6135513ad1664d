using Community.Live;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Live;

public sealed class WritersTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    [Fact]
    public async Task _03_Who_writes_is_named_once()
    {
        var topic = await site.Topic(site.Aki);
        var id = await site.Read(db => db.Topics.Where(t => t.Number == topic.Number).Select(t => t.Id).SingleAsync());
        var presence = site.Get<LivePresence>();
        using var aki = presence.Arrive(id, site.Aki.MemberId!.Value);
        using var ben = presence.Arrive(id, site.Ben.MemberId!.Value);

        presence.Writes(id, site.Ben.MemberId!.Value);

        var seen = ReadingSite.Must(await site.Get<ReadPresence>().Run(Actor.Visitor, id, TestContext.Current.CancellationToken));
        Assert.Equal("aki", Assert.Single(seen.Here.Names));
        Assert.Equal("ben", Assert.Single(seen.Writing.Names));
    }
}
