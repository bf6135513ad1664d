using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Data;

public sealed class CommunityDataTests
{
    [Fact]
    public async Task What_a_refused_act_raised_is_not_heard_with_the_next()
    {
        await using var community = await TestCommunity.Start();
        var heard = community.Get<Heard<StaffActed>>();

        await community.Data.Write<Done>(db =>
        {
            db.Raise(new StaffActed(null, "hide-post", new ContentRef(ContentKind.Post, 1), null, null));
            return Task.FromResult<Result<Done>>(Problem.Forbidden("no-right"));
        });
        await community.Data.Write<Done>(_ => Task.FromResult<Result<Done>>(Done.Yes));

        Assert.Empty(heard.Events);
    }

    [Fact]
    public async Task What_a_refused_act_changed_is_not_written_with_the_next()
    {
        await using var community = await TestCommunity.Start();
        await community.Person("aoi");

        await community.Data.Write<Done>(async db =>
        {
            (await db.Members.SingleAsync()).DisplayName = "changed";
            return Problem.Forbidden("no-right");
        });
        await community.Data.Write<Done>(_ => Task.FromResult<Result<Done>>(Done.Yes));

        Assert.Equal("aoi", await community.Read(db => db.Members.Select(m => m.DisplayName).SingleAsync()));
    }
}
