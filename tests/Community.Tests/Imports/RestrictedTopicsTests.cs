using System.Text.Json;
using Community.Data;
using Community.Forums;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

/// <summary>What not everybody could read in the source is not for everybody here.</summary>
public sealed class RestrictedTopicsTests
{
    private const string Secret = "Between ourselves";

    [Fact]
    public async Task Without_a_list_of_categories_a_topic_of_one_is_public_as_it_was()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1);

        var summary = await export.Import();

        Assert.Equal(0, summary.TopicsForStaff);
        Assert.Equal([1], await export.PublicTopics());
    }

    [Theory]
    [InlineData("""{"category_id":null}""")]
    [InlineData("""{"category_id":0}""")]
    [InlineData("""{"category_id":5,"visible":false}""")]
    [InlineData("""{"category_id":5,"deleted_at":"2020-02-04T00:00:00Z"}""")]
    [InlineData("""{"category_id":5,"read_restricted":true}""")]
    [InlineData("""{"category":{"id":5,"read_restricted":true}}""")]
    public async Task A_topic_that_says_that_it_is_not_for_all_is_for_the_staff(string said)
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1);
        Said(export, 2, said);
        export.Post(2, 1, raw: Secret);

        var summary = await export.Import();

        Assert.Equal((2, 1), (summary.TopicsAdded, summary.TopicsForStaff));
        Assert.Equal([1], await export.PublicTopics());
        Assert.Equal(2, await export.Community.Read(db => db.Topics.VisibleTo(Actor.Of(1, "mia", Role.Moderator, TrustLevel.Member)).CountAsync()));
        var apart = await export.Community.Read(db => db.Forums.SingleAsync(f => f.Slug == "set-apart"));
        Assert.Equal((Audience.Staff, Audience.Staff, Audience.Staff), (apart.ReadAudience, apart.ReplyAudience, apart.StartAudience));
        Assert.Empty(await Differences(export));
    }

    [Fact]
    public async Task A_restricted_category_and_one_that_is_missing_from_the_list_are_for_the_staff()
    {
        await using var export = await SmallExport.Start();
        export.Write("categories.json", """
            {"category_list":{"categories":[
              {"id":5,"name":"Help","slug":"help","read_restricted":false},
              {"id":6,"name":"Lounge","slug":"lounge","read_restricted":true,"subcategory_list":[{"id":7,"name":"Back room","slug":"back"}]}]}}
            """);
        export.Topic(1);
        export.Post(1, 1);
        foreach (var category in (int[])[6, 7, 8])
        {
            Said(export, category, $$"""{"category_id": {{category}} }""");
            export.Post(category, 1, raw: Secret);
        }

        var summary = await export.Import();

        Assert.Equal(3, summary.TopicsForStaff);
        Assert.Equal([1], await export.PublicTopics());
        Assert.Equal(
            ["back", "category-8", "lounge"],
            await export.Community.Read(db => db.Forums.Where(f => f.ReadAudience == Audience.Staff).OrderBy(f => f.Slug).Select(f => f.Slug).ToListAsync()));
    }

    [Fact]
    public async Task A_category_that_turns_out_to_be_restricted_does_not_go_on_in_the_open_forum_of_an_earlier_run()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1);
        await export.Import();
        export.Write("categories.json", """{"categories":[{"id":5,"name":"Lounge","slug":"lounge","read_restricted":true}]}""");
        export.Topic(2);
        export.Post(2, 1, raw: Secret);

        var summary = await export.Import();

        Assert.Equal((1, 1), (summary.TopicsAdded, summary.TopicsForStaff));
        Assert.Equal([1], await export.PublicTopics());
    }

    [Fact]
    public async Task Of_two_rows_of_one_topic_the_one_that_keeps_it_apart_is_believed()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1, raw: Secret);
        export.Write("native/1.json", """
            {"id":1,"title":"A topic","category_id":5,"created_at":"2020-02-03T04:05:06.789Z","archetype":"regular","visible":false,"post_stream":{"posts":[]}}
            """);

        Assert.Equal(1, (await export.Import()).TopicsForStaff);
        Assert.Empty(await export.PublicTopics());
    }

    [Theory]
    [InlineData("""{"category_id":5,"visible":false}""")]
    [InlineData("""{"category_id":5,"deleted_at":"2020-02-04T00:00:00Z"}""")]
    [InlineData("""{"category_id":5,"visible":false,"title":""}""")]
    [InlineData("""{"category_id":6}""")]
    public async Task A_row_that_is_left_out_because_its_topic_stands_above_is_still_believed(string said)
    {
        await using var export = await SmallExport.Start();
        export.Write("categories.json", """{"categories":[{"id":5,"name":"Help"},{"id":6,"name":"Lounge","read_restricted":true}]}""");
        export.Topic(1);
        export.Post(1, 1, raw: Secret);
        Said(export, 1, said);

        var summary = await export.Import();

        Assert.Equal((1, 1, 1), (summary.TopicsAdded, summary.TopicsForStaff, summary.RowsSkipped));
        Assert.Empty(await export.PublicTopics());
    }

    [Theory]
    [InlineData(""" "title":"A topic","category_id":5,"visible":false """)]
    [InlineData(""" "title":"A topic","category_id":6 """)]
    [InlineData(""" "visible":false """)]
    public async Task A_later_document_of_a_topic_is_believed_too(string said)
    {
        await using var export = await SmallExport.Start();
        export.Write("categories.json", """{"categories":[{"id":5,"name":"Help"},{"id":6,"name":"Lounge","read_restricted":true}]}""");
        export.Native(1, (11, 1, Secret));
        export.Write("native/1b.json", $$"""{"id":1,"created_at":"2021-01-01T00:00:00Z",{{said}},"post_stream":{"posts":[]} }""");

        var first = await export.Import();
        var second = await export.Import();

        Assert.Equal((1, 1), (first.TopicsAdded, first.TopicsForStaff));
        Assert.Equal((0, 1), (second.TopicsAdded, second.TopicsHere));
        Assert.Empty(await export.PublicTopics());
    }

    [Fact]
    public async Task A_row_that_is_left_out_opens_nothing()
    {
        await using var export = await SmallExport.Start();
        export.Write("categories.json", """{"categories":[{"id":5,"name":"Help"},{"id":6,"name":"Lounge","read_restricted":true}]}""");
        Said(export, 1, """{"category_id":6}""");
        Said(export, 2, """{"category_id":null}""");
        export.Topic(1);
        export.Topic(2);
        export.Post(1, 1, raw: Secret);
        export.Post(2, 1, raw: Secret);

        Assert.Equal(2, (await export.Import()).TopicsForStaff);
        Assert.Empty(await export.PublicTopics());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_private_conversation_is_left_out_whatever_another_row_says_of_it(bool documentSays)
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1);
        if (documentSays)
            export.Topic(2);
        else
            Said(export, 2, """{"archetype":"private_message"}""");
        export.Post(2, 1, raw: Secret, user: "boss");
        export.Write("native/2.json", $$"""
            {"id":2,"title":"A topic","category_id":5,"created_at":"2020-02-03T04:05:06.789Z"{{(documentSays ? ",\"archetype\":\"private_message\"" : "")}},
             "post_stream":{"posts":[{"id":77,"topic_id":2,"post_number":2,"username":"boss","created_at":"2020-02-03T04:05:06.789Z","cooked":"<p>{{Secret}}</p>"}] } }
            """);

        var summary = await export.Import();

        Assert.Equal((1, 1), (summary.TopicsAdded, summary.PostsAdded));
        Assert.False(await export.Community.Read(db => db.Posts.AnyAsync(p => p.Body.Contains(Secret))));
        Assert.Contains(export.Problems, p => p.Sentence == "it is a private conversation");
        Assert.Equal(2, export.Problems.Count(p => p.Sentence == "it belongs to the private conversation 2"));
    }

    private static void Said(SmallExport export, long topic, string more)
    {
        var row = new Dictionary<string, object?> { ["id"] = topic, ["title"] = Secret, ["created_at"] = SmallExport.Day, ["user"] = "ann" };
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(more)!)
            row[name] = value;
        export.Topics.Add(JsonSerializer.Serialize(row));
    }

    private static async Task<IReadOnlyList<string>> Differences(SmallExport export)
    {
        var found = new List<string>();
        foreach (var verifier in export.Community.All<IVerify>())
            found.AddRange(await export.Community.Read(db => verifier.Check(db, CancellationToken.None)));
        return found;
    }
}
