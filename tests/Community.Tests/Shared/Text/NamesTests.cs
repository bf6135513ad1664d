using System.Text.Json;
using Community.Shared;

namespace Community.Tests.Shared.Text;

public sealed class NamesTests
{
    [Theory]
    [InlineData("aki", null)]
    [InlineData("Mori-san_2", null)]
    [InlineData("ab", "handle-too-short")]
    [InlineData("abcdefghijklmnopqrstu", "handle-too-long")]
    [InlineData("あおい", "handle-characters")]
    [InlineData("a b c", "handle-characters")]
    [InlineData("аki", "handle-characters")]
    [InlineData("-aki", "handle-start")]
    [InlineData("_aki", "handle-start")]
    [InlineData("Admin", "handle-reserved")]
    [InlineData("adm1n", "handle-reserved")]
    [InlineData("rnoderator", "handle-reserved")]
    [InlineData("MODERAT0R", "handle-reserved")]
    [InlineData("no_reply", "handle-reserved")]
    [InlineData("new", "handle-reserved")]
    public void A_handle_is_plain_and_nobody_elses(string handle, string? code) => Assert.Equal(code, HandleRules.WhyNot(handle)?.Code);

    [Theory]
    [InlineData("tanaka", "Tanaka")]
    [InlineData("bill0", "BI1lO")]
    [InlineData("modern", "modem")]
    [InlineData("vvest", "west")]
    [InlineData("a_b", "a-b")]
    [InlineData("paypal", "рауpаl")]
    [InlineData("nikon", "ηικοη")]
    [InlineData("aki", "ａｋｉ")]
    public void Look_alikes_share_a_skeleton(string one, string other) => Assert.Equal(HandleSkeleton.Of(one), HandleSkeleton.Of(other));

    [Theory]
    [InlineData("aki", "aka")]
    [InlineData("あき", "あさ")]
    [InlineData("tanaka1", "tanaka2")]
    public void Different_names_stay_apart(string one, string other) => Assert.NotEqual(HandleSkeleton.Of(one), HandleSkeleton.Of(other));

    [Theory]
    [InlineData("A first night, in a tent!", "a-first-night-in-a-tent")]
    [InlineData("Don't  PANIC — C# & .NET", "dont-panic-c-net")]
    [InlineData("テント泊の質問：マットは？", "テント泊の質問-マットは")]
    [InlineData("ＡＢＣ　１２３", "abc-123")]
    [InlineData("Crème brûlée", "creme-brulee")]
    [InlineData("が行とパ行 カ\u3099", "が行とパ行-ガ")]
    [InlineData("👍🎉", "-")]
    [InlineData("", "-")]
    [InlineData("../../etc/passwd?x=%00#y", "etc-passwd-x-00-y")]
    [InlineData("-", "-")]
    public void Slugs_are_readable(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void Slugs_are_short_and_whole()
    {
        Assert.Equal("x", Slug.Of("\uD83D x"));
        Assert.Equal(60, Graphemes.Count(Slug.Of(new string('あ', 300))));
    }

    [Fact]
    public void Staff_texts_fall_back_to_the_other_language()
    {
        var both = new LocalizedText("規約", "Rules");

        Assert.Equal("規約", both.In("ja-JP"));
        Assert.Equal("Rules", both.In("fr"));
        Assert.Equal("Rules", new LocalizedText("", "Rules").In("ja"));
        Assert.Equal("規約", new LocalizedText("規約", "").In("en"));
        Assert.Equal("", LocalizedText.Empty.In("en"));
        Assert.Equal(both, JsonSerializer.Deserialize<LocalizedText>(JsonSerializer.Serialize(both)));
        Assert.Contains("\"En\":\"Rules\"", JsonSerializer.Serialize(both), StringComparison.Ordinal);
    }
}
