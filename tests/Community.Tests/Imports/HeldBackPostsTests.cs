using Community.Discussions;
using Community.Imports;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

/// <summary>A post may stand in two rows, of which one alone says that not everybody could read it.</summary>
public sealed class HeldBackPostsTests
{
    private const string Secret = "Between ourselves";
    private const string Whisper = "\"post_type\":4";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_whisper_is_a_gap_whichever_of_its_rows_says_so(bool documentSays)
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1, post: 11, raw: $"[quote=\"boss, post:2, topic:1\"]\nNo.\n[/quote]\n\nSo?");
        export.Post(1, 2, post: 12, raw: Secret, user: "boss", type: documentSays ? 1 : 4);
        export.Post(1, 3, post: 13);
        export.Write("native/1.json", Document(Row(12, 2, documentSays ? Whisper : ""), Row(13, 3)));

        var summary = await export.Import();

        await IsGap(export, summary);
        Assert.All(export.Problems, p => Assert.Contains("whisper", p.Sentence, StringComparison.Ordinal));
        Assert.Contains("[quote=\"boss, post:2", await export.Community.Read(db => db.Posts.Where(p => p.Number == 1).Select(p => p.Body).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_whisper_that_stands_twice_in_one_list_is_a_gap(bool isFirst)
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1, post: 11);
        export.Post(1, 2, post: 12, raw: Secret, user: "boss", type: isFirst ? 4 : 1);
        export.Post(1, 2, post: 12, raw: Secret, user: "boss", type: isFirst ? 1 : 4);
        export.Post(1, 3, post: 13);

        await IsGap(export, await export.Import());
    }

    [Fact]
    public async Task A_whisper_in_two_documents_of_a_topic_is_a_gap()
    {
        await using var export = await SmallExport.Start();
        export.Write("native/1.json", Document(Row(11, 1), Row(12, 2), Row(13, 3)));
        export.Write("native/1b.json", Document(Row(12, 2, Whisper)));

        await IsGap(export, await export.Import());
    }

    [Theory]
    [InlineData("\"hidden\":true", PostState.Hidden)]
    [InlineData("\"user_deleted\":true", PostState.RemovedByAuthor)]
    [InlineData("\"deleted_at\":\"2020-02-04T00:00:00Z\"", PostState.RemovedByStaff)]
    [InlineData("\"hidden\":true,\"created_at\":\"yesterday\"", PostState.Hidden)]
    public async Task The_better_text_comes_in_the_stricter_state(string said, PostState expected)
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1, post: 11);
        export.Post(1, 2, post: 12, raw: Secret);
        export.Write("native/1.json", Document(Row(11, 1), Row(12, 2, said)));

        await export.Import();

        Assert.Equal((Secret, expected), await Second(export));
    }

    [Fact]
    public async Task The_better_text_keeps_a_state_that_the_row_before_it_had()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1, post: 11);
        export.Posts.Add(Row(12, 2, "\"hidden\":true"));
        export.Write("native/1.json", Document(Row(11, 1), Row(12, 2, $"\"raw\":\"{Secret}\"")));

        await export.Import();

        Assert.Equal((Secret, PostState.Hidden), await Second(export));
    }

    [Fact]
    public async Task Of_two_states_the_stricter_one_stays()
    {
        await using var export = await SmallExport.Start();
        export.Write("native/1.json", Document(Row(11, 1), Row(12, 2, "\"deleted_at\":\"2020-02-04T00:00:00Z\"")));
        export.Write("native/1b.json", Document(Row(12, 2, "\"hidden\":true")));

        await export.Import();

        Assert.Equal(PostState.RemovedByStaff, (await Second(export)).State);
    }

    private static async Task IsGap(SmallExport export, ImportSummary summary)
    {
        Assert.Equal((2, 1), (summary.PostsAdded, summary.Gaps));
        Assert.Equal(PostState.Gap, (await Second(export)).State);
        Assert.False(await export.Community.Read(db => db.Posts.AnyAsync(p => p.Body.Contains(Secret) || p.Html.Contains(Secret))));
        Assert.False(await export.Community.Read(db => db.Members.AnyAsync(m => m.DisplayName == "boss")));
    }

    private static async Task<(string Body, PostState State)> Second(SmallExport export)
    {
        var post = await export.Community.Read(db => db.Posts.SingleAsync(p => p.Number == 2));
        return (post.Body, post.State);
    }

    private static string Document(params string[] posts) =>
        $$"""{"id":1,"title":"A topic","category_id":5,"created_at":"{{SmallExport.Day}}","archetype":"regular","post_stream":{"posts":[{{string.Join(',', posts)}}]} }""";

    // Of a name that stands twice the last value counts.
    private static string Row(long id, int number, string more = "") =>
        $$"""{"id":{{id}},"topic_id":1,"post_number":{{number}},"username":"{{(number == 2 ? "boss" : "ann")}}","created_at":"{{SmallExport.Day}}","cooked":"<p>{{(number == 2 ? Secret : "Shown")}}</p>"{{(more.Length > 0 ? "," + more : "")}} }""";
}
