using Community.Discussions;

namespace Community.Tests.Discussions;

public sealed class HotKeyTests
{
    private static readonly DateTimeOffset Monday = new(2026, 4, 6, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_reaction_weighs_as_much_as_e_of_a_week_before()
    {
        var now = HotKey.Add(null, Monday);
        var before = HotKey.Add(null, Monday.AddDays(-7));

        Assert.Equal(1, now - before, 12);
        Assert.Equal(now, HotKey.Add(null, Monday.AddDays(-7), 1) + Math.Log(Math.E), 12);
    }

    [Fact]
    public void Many_together_are_the_logarithm_of_their_sum()
    {
        var ten = HotKey.Sum(Enumerable.Repeat((Monday, 1), 10));

        Assert.Equal(Math.Log(10), ten!.Value - HotKey.Add(null, Monday), 12);
        Assert.Equal(ten.Value, HotKey.Add(null, Monday, 10), 12);
    }

    [Fact]
    public void What_is_lively_now_stands_above_what_was_livelier_long_ago()
    {
        var old = HotKey.Sum(Enumerable.Repeat((Monday.AddDays(-28), 1), 50));
        var fresh = HotKey.Sum([(Monday, 1)]);

        Assert.True(fresh > old);
        Assert.True(HotKey.Sum(Enumerable.Repeat((Monday.AddDays(-28), 1), 60)) > fresh);
    }

    [Fact]
    public void Taking_one_back_is_as_if_it_had_never_been()
    {
        var two = HotKey.Sum([(Monday, 1), (Monday.AddDays(-3), 1)]);

        var known = HotKey.TryRemove(HotKey.Add(two, Monday.AddHours(5)), Monday.AddHours(5), out var rest);

        Assert.True(known);
        Assert.Equal(two!.Value, rest!.Value, 9);
    }

    [Fact]
    public void Where_the_rest_drowns_in_what_is_taken_back_the_ledger_is_asked()
    {
        var faint = HotKey.Sum([(Monday.AddDays(-7 * 30), 1), (Monday, 1)]);

        Assert.False(HotKey.TryRemove(faint, Monday, out _));
        Assert.False(HotKey.TryRemove(HotKey.Add(null, Monday), Monday, out _));
        Assert.False(HotKey.TryRemove(null, Monday, out _));
        Assert.Null(HotKey.Sum([]));
    }
}
