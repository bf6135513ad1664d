using System.Text;
using AngleSharp.Dom;
using Community.Imports;
using Community.Members;
using Community.Tests.Shared.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

public sealed class QuestionRowsTests
{
    [Fact]
    public async Task A_bad_row_is_named_with_its_line_and_the_rest_goes_in()
    {
        await using var file = await SmallFile.Start();
        file.Question(1);
        file.Rows.Add("{ this is no JSON");
        file.Rows.Add("""{"id":9,"type":"answer","created_at":"2020-01-01","user":"x","html":"without a question"}""");
        file.Answer(2, 99);
        file.Answer(3, 1, day: "yesterday");
        file.Answer(4, 1);
        file.Answer(4, 1);
        file.Rows.Add("""{"id":10,"created_at":"2020-01-01","user":"x","html":"of no type"}""");
        file.Rows.Add("""{"id":11,"type":"question","created_at":"2020-01-01","user":"x","html":"untitled"}""");
        file.Rows.Add("""{"id":12,"type":"5","created_at":"2020-01-01","user":"x","html":"wiki"}""");

        var summary = await file.ImportQuestions();

        Assert.Equal((1, 2, 7), (summary.TopicsAdded, summary.PostsAdded, summary.RowsSkipped));
        Assert.Equal([2, 3, 4, 5, 7, 8, 9], file.Problems.Select(p => p.Line).Order());
        Assert.Contains(file.Problems, p => p.Line == 4 && p.Sentence == "its question 99 is not in the file");
        Assert.Equal(["1 tag wikis"], summary.LeftOut);
        Assert.Empty(await file.Differences());
    }

    [Fact]
    public async Task An_accepted_answer_that_is_missing_is_told_and_the_question_comes_open()
    {
        await using var file = await SmallFile.Start();
        file.Question(1, accepted: 77);
        file.Answer(2, 1);

        var summary = await file.ImportQuestions();

        Assert.Contains("accepted answer 77", Assert.Single(file.Problems).Sentence, StringComparison.Ordinal);
        Assert.Equal((2, 0), (summary.PostsAdded, summary.RowsSkipped));
        Assert.Null(await file.Community.Read(db => db.Topics.Select(t => t.AnswerPostId).SingleAsync()));
    }

    [Fact]
    public async Task Answers_may_stand_before_their_question_and_come_by_date()
    {
        await using var file = await SmallFile.Start();
        file.Answer(3, 1, html: "<p>late</p>", day: "2021-01-01");
        file.Answer(2, 1, html: "<p>early</p>", day: "2020-06-01");
        file.Question(1, accepted: 3);

        await file.ImportQuestions();

        Assert.Equal(["How?", "early", "late"], await file.Community.Read(db => db.Posts.OrderBy(p => p.Number).Select(p => p.Body).ToListAsync()));
        Assert.Equal(3, await file.Community.Read(db => db.Topics.Join(db.Posts, t => t.AnswerPostId, p => p.Id, (_, p) => p.Number).SingleAsync()));
    }

    [Fact]
    public async Task Authors_whom_the_site_no_longer_names_are_nobody_s_to_claim()
    {
        await using var file = await SmallFile.Start();
        file.Question(1, user: null);
        file.Rows.Add("""{"id":2,"type":"answer","parent":1,"created_at":"2020-03-01","user":17,"score":null,"html":"<p>By number</p>"}""");

        await file.ImportQuestions();

        Assert.Equal([("17", MemberState.Imported), ("元メンバー", MemberState.Anonymous)], await file.Community.Read(async db => (await db.Members.OrderBy(m => m.DisplayName).ToListAsync()).ConvertAll(m => (m.DisplayName, m.State))));
    }

    [Fact]
    public async Task A_site_s_address_leads_back_to_the_original()
    {
        await using var file = await SmallFile.Start();
        file.Question(7, html: "<p><a href=\"/questions/1\">this</a></p>");

        await file.ImportQuestions("https://tea.example");

        Assert.Equal("[this](https://tea.example/questions/1)\n\n---\n\n<https://tea.example/q/7>", await file.Community.Read(db => db.Posts.Select(p => p.Body).SingleAsync()));
    }

    [Fact]
    public async Task Nothing_in_a_post_runs()
    {
        await using var file = await SmallFile.Start();
        string[] attacks =
        [
            "<script>alert(1)</script><p onclick=\"alert(1)\">a</p>", "<img src=x onerror=alert(1)>", "<a href=\"javascript:alert(1)\">a</a>", "<a href=\" java\tscript:alert(1)\">a</a>", "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<svg onload=alert(1)>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<p>[a](javascript:alert(1)) ![a](javascript:alert(1))</p>", "<a href=\"https://x.example/&quot; onmouseover=alert(1)\">a</a>", "<img src=\"https://x.example/a.png\" alt='\"><script>alert(1)</script>'>",
            "<pre><code class=\"lang-x&quot;><script>alert(1)</script>\">a</code></pre>", "<style>*{}</style><base href=//x.example><form action=//x.example><input type=submit></form>", "<math><mtext></p><img src=x onerror=alert(1)>", "<a href=\"data:text/html,x\">a</a>",
        ];
        foreach (var (attack, at) in attacks.Select((attack, at) => (attack, at)))
            file.Question(at + 1, html: attack, title: "<script>alert(1)</script>", user: "<b>ann");

        await file.ImportQuestions();

        Assert.Equal(attacks.Length, await file.Community.Read(db => db.Topics.CountAsync()));
        Assert.All(await file.Community.Read(db => db.Posts.Select(p => p.Html).ToListAsync()), Page.AssertSafe);
    }

    [Fact]
    public async Task Odd_characters_come_whole_or_their_row_is_left_out()
    {
        await using var file = await SmallFile.Start();
        file.Question(1, html: "<p>👩‍🚀 𠮷野家 עברית \u0000</p>", title: "line\nbreak\t👩‍🚀");
        file.Question(2, title: "second");
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + string.Join("\r\n", file.Rows)).AsSpan();
        var broken = bytes.ToArray();
        broken[bytes.IndexOf("second"u8)] = 0xff;
        file.Write(broken);

        var summary = await file.ReadQuestions();

        Assert.Equal((1, 1), (summary.TopicsAdded, summary.RowsSkipped));
        Assert.Equal(("line break 👩‍🚀", "👩‍🚀 𠮷野家 עברית \uFFFD"), await file.Community.Read(async db => (await db.Topics.Select(t => t.Title).SingleAsync(), await db.Posts.Select(p => p.Body).SingleAsync())));
    }

    [Theory]
    [InlineData("holds no questions", "{\"name\":\"x\"}\n")]
    [InlineData("holds no questions", "")]
    [InlineData("is not text", "\u007f\u0000\u0001")]
    public async Task What_is_no_such_file_is_refused(string because, string content)
    {
        await using var file = await SmallFile.Start();
        file.Write(Encoding.UTF8.GetBytes(content));

        var refused = await Assert.ThrowsAsync<RefusedImportException>(() => file.ReadQuestions());

        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), await file.Community.Read(async db => (await db.Forums.CountAsync(), await db.ImportRuns.CountAsync())));
    }

    [Fact]
    public async Task A_line_without_an_end_is_refused()
    {
        await using var file = await SmallFile.Start();
        file.Write(Encoding.UTF8.GetBytes(new string('x', 20 << 20)));

        Assert.Contains("has a line of more than", (await Assert.ThrowsAsync<RefusedImportException>(() => file.ReadQuestions())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_of_users_are_kept_as_hashes_even_where_the_list_comes_later()
    {
        await using var file = await SmallFile.Start();
        file.Question(1, user: "ann");
        file.Question(2, user: "ben");
        file.Question(3, user: "cho");
        await file.ImportQuestions();
        file.Users.AddRange(["""{"id":4,"name":"ann","email":" ANN@example.com "}""", """{"id":5,"name":"ben","email":"ben@example.com"}""", """{"id":6,"name":"ben","email":"other-ben@example.com"}""", """{"id":7,"name":"cho","email":"nowhere"}"""]);

        var summary = await file.ImportQuestions();

        var former = await file.Community.Read(db => db.FormerEmails.Join(db.Members, f => f.MemberId, m => m.Id, (f, m) => new { m.Handle, f.Hash }).SingleAsync());
        Assert.Equal(("ann", FormerEmail.HashOf(file.Community.Get<KeyedHash>(), "ann@example.com")), (former.Handle, former.Hash));
        Assert.Equal(2, summary.RowsSkipped);
        Assert.Contains(file.Problems, p => p.File == "users.jsonl" && p.Sentence.Contains("several users are ben", StringComparison.Ordinal));
    }
}
