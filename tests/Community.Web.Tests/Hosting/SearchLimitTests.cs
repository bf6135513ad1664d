using System.Net;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Tests.Support;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Hosting;

public sealed class SearchLimitTests
{
    private static readonly IPAddress Somewhere = IPAddress.Parse("203.0.113.7");
    private static readonly Actor Aki = Actor.Of(1, "aki", Role.Member, TrustLevel.Member);

    private readonly HeldTime time = new();

    [Fact]
    public void A_visitor_searches_twice_a_second_and_fifteen_times_a_minute()
    {
        var limit = Limit();

        var inOneSecond = Enumerable.Range(0, 3).Select(_ => limit.WhyNotSearch(Actor.Visitor, Somewhere)?.Code).ToList();
        var inTheMinute = 2;
        for (; inTheMinute < 60; inTheMinute++)
        {
            time.Pass(TimeSpan.FromSeconds(1));
            if (limit.WhyNotSearch(Actor.Visitor, Somewhere) is not null)
                break;
        }

        Assert.Equal([null, null, "too-many-requests"], inOneSecond);
        Assert.Equal(15, inTheMinute);
        Assert.Null(limit.WhyNotSearch(Actor.Visitor, IPAddress.Parse("203.0.113.8")));
        time.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(limit.WhyNotSearch(Actor.Visitor, Somewhere));
    }

    [Fact]
    public void A_member_searches_thirty_times_a_minute_wherever_they_are()
    {
        var limit = Limit();

        var refused = Enumerable.Range(0, 31).Select(i => limit.WhyNotSearch(Aki, IPAddress.Parse($"203.0.113.{i}"))).ToList();

        Assert.All(refused.Take(30), Assert.Null);
        Assert.Equal((ProblemKind.TooFast, 60), (refused[30]!.Kind, refused[30]!.Args!["seconds"]));
        Assert.Null(limit.WhyNotSearch(Actor.Visitor, Somewhere));
    }

    [Fact]
    public void What_comes_while_typing_uses_up_no_search()
    {
        var limit = Limit();

        var refused = Enumerable.Range(0, 121).Select(_ => limit.WhyNotSuggest(Aki, Somewhere)).ToList();

        Assert.All(refused.Take(120), Assert.Null);
        Assert.NotNull(refused[120]);
        Assert.Null(limit.WhyNotSearch(Aki, Somewhere));
    }

    [Fact]
    public void A_private_network_is_not_one_caller()
    {
        var limit = Limit();

        Assert.All(Enumerable.Range(0, 40), _ => Assert.Null(limit.WhyNotSearch(Actor.Visitor, IPAddress.Loopback)));
        Assert.All(Enumerable.Range(0, 200), _ => Assert.Null(limit.WhyNotSuggest(Actor.Visitor, IPAddress.Parse("10.0.0.9"))));
    }

    private SearchLimit Limit() => new(time, Options.Create(new RequestLimits()));
}
