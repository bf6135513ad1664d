namespace Community.Tests.Imports;

/// <summary>Lists of categories may be several and may be flat; none takes back what another keeps from some.</summary>
public sealed class CategoryListsTests
{
    private const string Closed = """{"categories":[{"id":5,"name":"Lounge","read_restricted":true}]}""";
    private const string Open = """{"categories":[{"id":5,"name":"Lounge","read_restricted":false}]}""";

    [Theory]
    [InlineData(Closed, Open)]
    [InlineData(Open, Closed)]
    [InlineData("""{"categories":[{"id":5,"name":"Lounge","read_restricted":true},{"id":5,"name":"Lounge"}]}""", Open)]
    public Task A_restriction_stays_whatever_another_list_says(string categories, string site) => IsForStaff(categories, site);

    [Theory]
    [InlineData("""{"id":5,"name":"Back room","parent_category_id":6},{"id":6,"name":"Lounge","read_restricted":true}""")]
    [InlineData("""{"id":5,"name":"Cellar","parent_category_id":7},{"id":6,"name":"Lounge","read_restricted":true},{"id":7,"name":"Back room","parent_category_id":6}""")]
    [InlineData("""{"id":5,"name":"Back room","parent_category_id":6}""")]
    [InlineData("""{"id":5,"name":"A","parent_category_id":6},{"id":6,"name":"B","parent_category_id":5,"read_restricted":true}""")]
    public Task What_stands_below_a_restricted_category_is_restricted_in_a_flat_list_too(string list) => IsForStaff($$"""{"categories":[{{list}}]}""");

    [Fact]
    public Task A_parent_that_another_list_restricts_restricts_what_stands_below_it() => IsForStaff(
        """{"category_list":{"categories":[{"id":6,"name":"Lounge","subcategory_list":[{"id":5,"name":"Back room"}]}]}}""",
        """{"categories":[{"id":6,"name":"Lounge","read_restricted":true},{"id":5,"name":"Back room"}]}""");

    [Fact]
    public async Task What_stands_below_an_open_category_is_open()
    {
        await using var export = await SmallExport.Start();
        export.Write("categories.json", """{"categories":[{"id":5,"name":"Parts","parent_category_id":6},{"id":6,"name":"Help","parent_category_id":null}]}""");
        export.Topic(1);
        export.Post(1, 1);

        Assert.Equal(0, (await export.Import()).TopicsForStaff);
        Assert.Equal([1], await export.PublicTopics());
    }

    private static async Task IsForStaff(string categories, string? site = null)
    {
        await using var export = await SmallExport.Start();
        export.Write("categories.json", categories);
        if (site is not null)
            export.Write("site.json", site);
        export.Topic(1);
        export.Post(1, 1);

        Assert.Equal(1, (await export.Import()).TopicsForStaff);
        Assert.Empty(await export.PublicTopics());
    }
}
