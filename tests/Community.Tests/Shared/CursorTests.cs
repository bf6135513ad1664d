using Community.Shared;

namespace Community.Tests.Shared;

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_comes_back_as_it_was_written()
    {
        Cursor[] cursors = [new(null, 7), new(null, long.MinValue), Cursor.Of(DateTimeOffset.UnixEpoch, long.MaxValue), Cursor.Of(-12.5, 3), Cursor.Of(null, 9)];

        Assert.All(cursors, cursor => Assert.Equal(cursor, Cursor.Read(cursor.ToString())));
        Assert.Equal(-12.5, Cursor.Read(Cursor.Of(-12.5, 3).ToString())!.Value.Number);
        Assert.Equal(DateTimeOffset.UnixEpoch, Cursor.Read(Cursor.Of(DateTimeOffset.UnixEpoch, 1).ToString())!.Value.Time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("!!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    public void What_nobody_wrote_is_no_cursor(string? text) => Assert.Null(Cursor.Read(text));

    [Fact]
    public void A_time_that_cannot_be_is_held_to_one_that_can() =>
        Assert.Equal(DateTimeOffset.MaxValue.UtcTicks, new Cursor(long.MaxValue, 1).Time.UtcTicks);
}
