using System.Net;
using Community.Web.Hosting;

namespace Community.Web.Tests.Hosting;

public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("::1", "::/64")]
    public void An_address_counts_with_its_network(string address, string network) => Assert.Equal(network, ClientNetwork.Of(IPAddress.Parse(address)));

    [Fact]
    public void No_address_is_one_network_too() => Assert.Equal("unknown", ClientNetwork.Of((IPAddress?)null));
}
