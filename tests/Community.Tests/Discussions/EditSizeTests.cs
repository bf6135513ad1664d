using Community.Discussions;

namespace Community.Tests.Discussions;

public sealed class EditSizeTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("same", "same", 0)]
    [InlineData("kitten", "sitting", 5)]
    [InlineData("abcabba", "cbabac", 5)]
    public void Inserted_and_deleted_characters_are_counted(string before, string after, int size) =>
        Assert.Equal(size, EditSize.Of(before, after, 100));

    [Fact]
    public void Beyond_the_bound_it_gives_up()
    {
        Assert.Equal(11, EditSize.Of(new string('a', 30_000), new string('b', 30_000), 10));
        Assert.Equal(1, EditSize.Of("a", "b", 0));
        Assert.Equal(0, EditSize.Of("a", "a", 0));
    }
}
