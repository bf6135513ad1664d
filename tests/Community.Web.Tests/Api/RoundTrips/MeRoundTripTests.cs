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

    [Fact, GoesRound("ReadPreferences", "UpdatePreferences")]
    public async Task A_member_chooses_how_the_community_speaks_to_them()
    {
        var aki = await Somebody();

        var before = await aki.Me.ReadPreferences(Cancel);
        await aki.Me.UpdatePreferences(new Preferences("ja", "Asia/Tokyo", Theme.Dark, WantsDigest: true, ShowsPresence: false), Cancel);
        await aki.Me.UpdatePreferences(new Preferences(null, "Asia/Tokyo", Theme.Light, WantsDigest: null), Cancel);
        var after = await aki.Me.ReadPreferences(Cancel);

        Assert.Equal(new Preferences(null, null, Theme.System, null, true), before);
        Assert.Equal(new Preferences(null, "Asia/Tokyo", Theme.Light, true, false), after);
    }

    [Theory, GoesRound]
    [InlineData("fr", "Asia/Tokyo", Theme.Dark, "language-unknown", "language")]
    [InlineData("ja", "Mars/Olympus", Theme.Dark, "time-zone-unknown", "timeZone")]
    [InlineData("ja", "Asia/Tokyo", Theme.Unknown, "theme-unknown", "theme")]
    public async Task A_preference_that_does_not_exist_changes_nothing(string language, string timeZone, Theme theme, string code, string field)
    {
        var aki = await Somebody();

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => aki.Me.UpdatePreferences(new Preferences(language, timeZone, theme, WantsDigest: true), Cancel));

        Assert.Equal((code, field), (refused.Code, refused.Field));
        Assert.Equal(new Preferences(null, null, Theme.System, null, true), await aki.Me.ReadPreferences(Cancel));
    }

    [Fact, GoesRound]
    public async Task A_refused_name_is_called_as_the_call_has_it()
    {
        var aki = await Somebody();

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => aki.Me.UpdateProfile(new Profile(new string('x', 41), ""), Cancel));

        Assert.Equal("name", refused.Field);
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
