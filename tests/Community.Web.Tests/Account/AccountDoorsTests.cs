using System.Net;
using Community.Members;
using Community.Shared;
using Community.Web.Account;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Account;

public sealed class AccountDoorsTests
{
    [Fact]
    public void Many_small_networks_of_one_wider_network_have_a_limit_together()
    {
        using var doors = new AccountDoors(Options.Create(new AccountLimits { RegistrationsPerHour = 2 }));

        var answers = Enumerable.Range(0, 12).Select(n => Knock(doors, $"2001:db8:1:{n:x}::7")).ToList();

        Assert.Equal(2 * AccountLimits.WiderTimes, answers.Count(a => a is null));
        Assert.All(answers.Skip(10), a => Assert.Equal(ProblemKind.TooFast, a?.Kind));
        Assert.Null(Knock(doors, "2001:db8:2::7"));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::1")]
    [InlineData("203.0.113.1", "203.0.113.200")]
    public void One_network_has_its_own(string one, string other)
    {
        using var doors = new AccountDoors(Options.Create(new AccountLimits { RegistrationsPerHour = 2 }));

        Assert.Null(Knock(doors, one));
        Assert.Null(Knock(doors, other));
        Assert.NotNull(Knock(doors, one));
    }

    private static Problem? Knock(AccountDoors doors, string address)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return doors.WhyNot(Door.Register, http);
    }
}
