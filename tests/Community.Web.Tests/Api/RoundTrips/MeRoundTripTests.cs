using System.Globalization;
using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class MeRoundTripTests(ApiSite site) : RoundTrip(site)
{
    [Fact, GoesRound("ReadMe", "UpdateProfile")]
    public async Task A_member_sees_and_changes_themselves()
    {
        var handle = await Site.Person("aki");
        var aki = await As(handle);

        await aki.Me.UpdateProfile(new Profile("Aki of the tins", "Mends things."), Cancel);

        var me = await aki.Me.ReadMe(Cancel);
        Assert.Equal((handle, "Aki of the tins", "Mends things."), (me.Person.Handle, me.Person.Name, me.Bio));
        Assert.Equal((TokenScope.Write, null), (me.Scope, me.SuspendedUntil));
    }

    [Fact, GoesRound("ListTokens", "RevokeToken")]
    public async Task A_member_ends_one_of_their_tokens()
    {
        var handle = await Site.Person("aki");
        var aki = await As(handle);
        var other = (await Site.Token(handle, Community.Members.TokenScope.Read)).Id.ToString(CultureInfo.InvariantCulture);

        var both = await aki.Me.ListTokens(Cancel);
        await aki.Me.RevokeToken(other, Cancel);
        var left = await aki.Me.ListTokens(Cancel);

        Assert.Equal(TokenScope.Read, Assert.Single(both, token => token.Id == other).Scope);
        Assert.True(Assert.Single(left).IsThis);
    }
}
