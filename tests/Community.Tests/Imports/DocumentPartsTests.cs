using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

/// <summary>A long topic comes in several documents, beside a list or without one.</summary>
public sealed class DocumentPartsTests
{
    [Fact]
    public async Task Parts_of_a_topic_follow_one_another()
    {
        await using var export = await SmallExport.Start();
        export.Native(1, (11, 1, "one"), (12, 2, "two"));
        export.Write("native/1b.json", Part((13, 3, "three"), (14, 4, "four")));

        await export.Import();

        Assert.Equal(["one", "two", "three", "four"], await Bodies(export));
    }

    [Fact]
    public async Task A_part_that_begins_with_what_another_holds_goes_on_from_there()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 3, post: 13, raw: "As it was typed.");
        export.Native(1, (11, 1, "one"), (12, 2, "two"));
        export.Write("native/1b.json", Part((12, 2, "two"), (13, 3, "three"), (14, 4, "four")));

        var summary = await export.Import();

        Assert.Equal(["one", "two", "As it was typed.", "four"], await Bodies(export));
        Assert.Equal(0, summary.RowsSkipped);
    }

    private static Task<List<string>> Bodies(SmallExport export) => export.Community.Read(db => db.Posts.OrderBy(p => p.Number).Select(p => p.Body.Trim()).ToListAsync());

    private static string Part(params (long Id, int Number, string Cooked)[] posts) =>
        $$"""{"id":1,"post_stream":{"posts":[{{string.Join(',', posts.Select(p => $$"""{"id":{{p.Id}},"topic_id":1,"post_number":{{p.Number}},"username":"ann","created_at":"{{SmallExport.Day}}","cooked":"<p>{{p.Cooked}}</p>"}"""))}}]} }""";
}
