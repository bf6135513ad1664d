using Community.Data;
using Community.Discussions;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

public sealed class RowsTests
{
    [Fact]
    public async Task A_bad_row_is_named_with_its_line_and_the_rest_goes_in()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Topic(2);
        export.Post(1, 1);
        export.Posts.Add("{ this is no JSON");
        export.Posts.Add("[1,2]");
        export.Post(1, 2, day: "yesterday");
        export.Post(1, 0);
        export.Post(99, 1);
        export.Post(1, 3, raw: "After the gap");
        export.Post(1, 3, raw: "The same number again");
        export.Post(2, 1, user: "");

        var summary = await export.Import();

        Assert.Equal((1, 2, 1), (summary.TopicsAdded, summary.PostsAdded, summary.Gaps));
        Assert.Equal([2, 3, 4, 5, 6, 9, 8, 2], export.Problems.Select(p => (int)p.Line));
        Assert.Contains("it is not JSON", export.Problems[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("created_at is not a date", export.Problems[2].Sentence, StringComparison.Ordinal);
        Assert.Contains("topic 99 is not in the export", export.Problems[4].Sentence, StringComparison.Ordinal);
        Assert.Contains("topic 2 has no posts", export.Problems[7].Sentence, StringComparison.Ordinal);
        Assert.Equal(8, summary.RowsSkipped);
        Assert.Empty(await Differences(export));
    }

    [Fact]
    public async Task What_was_typed_beats_what_was_shown_and_nothing_comes_twice()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1, raw: "As it was **typed**.", post: 11, likes: 1);
        export.Post(1, 2, raw: null, cooked: "<p>From the <strong>list</strong></p>", post: 12);
        export.Native(1, (11, 1, "<p>As it was shown</p>"), (12, 2, "<p>From the document</p>"), (13, 3, "<p>Only <em>here</em></p>"));
        export.Native(2, (21, 1, "<p>A topic of its own</p>"));

        var summary = await export.Import();
        await export.Import();

        Assert.Equal((2, 4, 0), (summary.TopicsAdded, summary.PostsAdded, summary.Gaps));
        var bodies = await export.Community.Read(db => db.Posts.OrderBy(p => p.Body).Select(p => p.Body.Trim()).ToListAsync());
        Assert.Equal(["A topic of its own", "As it was **typed**.", "From the **list**", "Only *here*"], bodies);
        Assert.Equal([3, 1, 0, 3], await export.Community.Read(db => db.Posts.OrderBy(p => p.Body).Select(p => p.Reactions.Heart).ToListAsync()));
        Assert.Equal("Ann of Elsewhere", await export.Community.Read(db => db.Members.Select(m => m.DisplayName).SingleAsync()));
        Assert.Empty(await Differences(export));
    }

    [Fact]
    public async Task Rows_may_stand_in_any_order()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Topic(2);
        export.Post(2, 2);
        export.Post(1, 3, replyTo: 1);
        export.Post(2, 1);
        export.Post(1, 1);
        export.Post(1, 2);

        await export.Import();

        Assert.Equal([2, 3], await export.Community.Read(db => db.Discussions.OrderBy(d => d.LastNumber).Select(d => d.LastNumber).ToListAsync()));
        Assert.Equal(1, await export.Community.Read(db => db.Posts.Where(p => p.Number == 3).Select(p => p.ReplyToNumber).SingleAsync()));
    }

    [Fact]
    public async Task A_number_that_would_make_endless_tombstones_is_a_bad_row()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1);
        export.Post(1, 2_000_000);
        export.Post(1, int.MaxValue);

        var summary = await export.Import();

        Assert.Equal((1, 0, 2), (summary.PostsAdded, summary.Gaps, summary.RowsSkipped));
    }

    [Fact]
    public async Task A_topic_without_its_opening_is_seen_by_its_replies()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1, user: "ann");
        export.Post(1, 2, user: "ben");

        await export.Import();

        Assert.Equal([PostState.Gap, PostState.Visible], await export.Community.Read(db => db.Posts.OrderBy(p => p.Number).Select(p => p.State).ToListAsync()));
        Assert.Equal(PostState.Visible, await export.Community.Read(db => db.Topics.Select(t => t.State).SingleAsync()));
        Assert.Equal("ann", await export.Community.Read(db => db.Topics.Join(db.Members, t => t.AuthorId, m => m.Id, (_, m) => m.DisplayName).SingleAsync()));
        Assert.Empty(await Differences(export));
    }

    [Fact]
    public async Task Names_get_handles_that_hold_and_that_nobody_has()
    {
        await using var export = await SmallExport.Start();
        await export.Community.Person("ann");
        export.Topic(1);
        var number = 0;
        foreach (var name in new[] { "ann", "ANN", "Jörg.Müller", "admin", "x", "さくら", "a-very-long-name-of-somebody" })
            export.Post(1, ++number, user: name);

        await export.Import();

        var made = await export.Community.Read(db => db.Members.Where(m => m.State == MemberState.Imported).OrderBy(m => m.DisplayName).ToDictionaryAsync(m => m.DisplayName, m => m.Handle));
        Assert.Equal(6, made.Count);
        Assert.Equal("ann_2", made["ann"]);
        Assert.Equal("Jorg_Muller", made["Jörg.Müller"]);
        Assert.All(made.Values, handle => Assert.Null(HandleRules.WhyNot(handle)));
        Assert.Equal(7, made.Values.Append("ann").Select(HandleSkeleton.Of).Distinct().Count());
    }

    [Fact]
    public async Task Tags_and_bare_likes_are_counted_once_each()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1, tags: ["Solder", "solder", "tools"]);
        export.Topic(2, tags: ["tools"]);
        export.Post(1, 1, likes: 4);
        export.Post(2, 1);

        await export.Import();

        Assert.Equal([("Solder", 1), ("tools", 2)], await export.Community.Read(async db => (await db.Tags.OrderBy(t => t.Key).ToListAsync()).ConvertAll(t => (t.Name, t.Count))));
        var like = await export.Community.Read(db => db.Reactions.SingleAsync());
        Assert.Equal((null, 4), (like.MemberId, like.Count));
        Assert.Equal(4, await export.Community.Read(db => db.Members.Select(m => m.ReactionsReceived).SingleAsync()));
        Assert.Empty(await Differences(export));
    }

    [Fact]
    public async Task Ten_thousand_posts_of_one_day_have_ids_of_their_own()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        for (var number = 1; number <= 10_000; number++)
            export.Post(1, number, raw: "y", day: "2020-02-03");

        Assert.Equal(10_000, (await export.Import()).PostsAdded);
    }

    [Fact]
    public async Task A_whisper_of_the_staff_comes_as_a_gap_without_its_words()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1);
        export.Post(1, 2, raw: "Between ourselves: ban him.", user: "boss", type: 4);
        export.Post(1, 3, raw: "And so it went on.");

        var summary = await export.Import();

        Assert.Equal((2, 1, 1), (summary.PostsAdded, summary.Gaps, summary.RowsSkipped));
        Assert.Contains("whisper", Assert.Single(export.Problems).Sentence, StringComparison.Ordinal);
        Assert.Equal(PostState.Gap, await export.Community.Read(db => db.Posts.Where(p => p.Number == 2).Select(p => p.State).SingleAsync()));
        Assert.False(await export.Community.Read(db => db.Posts.AnyAsync(p => p.Body.Contains("ourselves") || p.Html.Contains("ourselves"))));
        Assert.False(await export.Community.Read(db => db.Members.AnyAsync(m => m.DisplayName == "boss")));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_the_staff_did_in_the_open_keeps_its_place_and_its_words(int type)
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1);
        export.Post(1, 2, raw: "A post was split to a new topic", type: type);

        await export.Import();

        Assert.Equal("A post was split to a new topic", await export.Community.Read(db => db.Posts.Where(p => p.Number == 2 && p.State == PostState.Visible).Select(p => p.Body).SingleAsync()));
    }

    private static async Task<IReadOnlyList<string>> Differences(SmallExport export)
    {
        var found = new List<string>();
        foreach (var verifier in export.Community.All<IVerify>())
            found.AddRange(await export.Community.Read(db => verifier.Check(db, CancellationToken.None)));
        return found;
    }
}
