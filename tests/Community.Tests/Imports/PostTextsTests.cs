using Community.Imports;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

/// <summary>What becomes of the words of a post on their way in.</summary>
public sealed class PostTextsTests
{
    [Fact]
    public async Task Html_beyond_any_post_is_told_and_left_out()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1, raw: null, cooked: string.Concat(Enumerable.Repeat("<p>a<li>b<br>", 2_000)) + "<div>".PadRight(PostHtml.MaxDepth, 'x'));
        export.Post(1, 2, raw: null, cooked: new string('x', PostHtml.MaxLength + 1));
        export.Post(1, 3, raw: null, cooked: string.Concat(Enumerable.Repeat("<div>", PostHtml.MaxDepth + 1)));
        export.Post(1, 4, raw: null, cooked: string.Concat(Enumerable.Repeat("<div></p></b>", PostHtml.MaxDepth + 1)));
        export.Post(1, 5, raw: null, cooked: string.Concat(Enumerable.Repeat("<div><B>a</b></div>", PostHtml.MaxDepth + 1)));

        var summary = await export.Import();

        Assert.Equal((1, 2, 3), (summary.TopicsAdded, summary.PostsAdded, summary.RowsSkipped));
        Assert.Equal([(2, "cooked_html is longer than any post, with more than 1048576 characters"), .. new[] { 3, 4 }.Select(line => (line, "cooked_html is nested deeper than any post, with more than 1000 elements in one another"))], export.Problems.Select(p => ((int)p.Line, p.Sentence)));
    }

    [Fact]
    public async Task A_short_or_very_long_text_comes_as_it_is()
    {
        await using var export = await SmallExport.Start();
        var endless = new string('x', 150_000);
        export.Topic(1, title: "k");
        export.Post(1, 1, raw: "y");
        export.Post(1, 2, raw: endless);
        export.Post(1, 3, raw: "a\u0000b\r\nc");

        await export.Import();

        Assert.Equal(["y", endless, "a\uFFFDb\nc"], await export.Community.Read(db => db.Posts.OrderBy(p => p.Number).Select(p => p.Body).ToListAsync()));
    }

    [Fact]
    public async Task Quotes_lead_to_the_post_that_they_quote()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Topic(2);
        export.Post(1, 1, user: "ann");
        export.Post(2, 1, raw: "[quote=\"ann, post:1, topic:1\"]\nSo it was.\n[/quote]\n\nYes.\n\n```\n[quote=\"ann, post:1, topic:1\"]\n```\n");
        export.Post(2, 2, raw: "[quote=\"ann, post:9, topic:1\"]\nLost.\n[/quote]\n\nNo.");

        await export.Import();

        var posts = await export.Community.Read(db => db.Posts.OrderBy(p => p.DiscussionId).ThenBy(p => p.Number).ToListAsync());
        var quoted = posts.Single(p => p.Body == "As it was typed.");
        Assert.Contains($"[quote={quoted.Id}]\nSo it was.", posts.Single(p => p.Body.Contains("Yes.")).Body, StringComparison.Ordinal);
        Assert.Contains("```\n[quote=\"ann, post:1, topic:1\"]\n```", posts.Single(p => p.Body.Contains("Yes.")).Body, StringComparison.Ordinal);
        Assert.Contains($"/p/{quoted.Id}", posts.Single(p => p.Body.Contains("Yes.")).Html, StringComparison.Ordinal);
        Assert.Contains("[quote=\"ann, post:9, topic:1\"]", posts.Single(p => p.Body.Contains("No.")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Square_bracket_tags_become_Markdown_outside_code()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        export.Post(1, 1, raw: "[b]Bold[/b] [url=https://example.com/a]words[/url] [code]x[0] = [b]y[/b];[/code] [img]https://example.com/i.png[/img]");
        export.Post(1, 2, raw: "[code]\nint a;\n\nint b;\n[/code]");

        await export.Import();

        Assert.Equal(
            ["**Bold** [words](https://example.com/a) `x[0] = [b]y[/b];` ![](https://example.com/i.png)", "\n```\nint a;\n\nint b;\n```\n"],
            await export.Community.Read(db => db.Posts.OrderBy(p => p.Number).Select(p => p.Body).ToListAsync()));
    }
}
