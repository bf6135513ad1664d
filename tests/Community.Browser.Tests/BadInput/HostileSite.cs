using System.Globalization;
using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Shared;
using Community.Shared.Markdown;
using Community.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Browser.Tests.BadInput;

/// <summary>
/// A community in which every payload is a display name, the title of a topic and, as the renderer makes it, the text of a
/// post, the address of its links and pictures, and the title and language of its files. The rows are written past the rules
/// that would refuse many of them: the pages have to bear what came in by any other way too.
/// </summary>
public sealed class HostileSite : IAsyncLifetime
{
    public const string OwnerEmail = "olga@example.com";
    private const string Forum = "hostile";

    // Old enough that the topics of posts stand behind those of titles.
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RunningApp _app = new()
    {
        Settings = [$"--Community:Owner:Email={OwnerEmail}", $"--Community:Owner:Password={People.Person.Password}"],
    };

    private long _number = 1_000_000;

    public string Address => _app.Address;

    /// <summary>The forum, by whose pages every title is seen.</summary>
    public static string Titles => $"/forums/{Forum}?sort=newest";

    public IReadOnlyList<string> All { get; private set; } = [];

    /// <summary>The topics that show every payload as posts, a page each.</summary>
    public IReadOnlyList<string> Topics { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        All = Payloads.All();
        await _app.InitializeAsync();
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        var forum = new Forum { Id = Next(), Slug = Forum, Name = new("いたずら", "Hostile") };
        db.Forums.Add(forum);
        var people = All.Select((payload, place) => Named(string.Create(CultureInfo.InvariantCulture, $"payload-{place}"), payload)).ToList();
        db.Members.AddRange(people);
        Topics =
        [
            .. All.Zip(people).Chunk(DiscussionLimits.PostsPerPage)
                .Select(page => Topic(db, forum, page[0].First, page.Select(shown => (shown.Second, Everywhere(shown.First), shown.First)))),
        ];
        foreach (var (payload, by) in All.Zip(people))
            Topic(db, forum, payload, [(by, "<p>.</p>", ".")]);
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A payload in every place that Markdown has for it. Each is rendered alone, so that none hides another.</summary>
    private static string Everywhere(string payload)
    {
        var line = payload.ReplaceLineEndings(" ");
        string[] sources =
        [
            payload,
            $"[address]({line})", $"[address](<{line}>)", $"![picture]({line})", $"![picture](<{line}>)", $"<{line}>", $"[by reference][r]\n\n[r]: {line}",
            $"[file](/files/1 \"{line}\")", $"![{line}](/files/2.png \"{line}\")", $"[{line}](/files/3)",
            $"```{line}\ncode\n```", $"~~~{line}\ncode\n~~~", $"[quote=\"{line}, post:1\"]\nquoted\n[/quote]", $"| {line} | b |\n| --- | --- |\n| {line} | d |",
        ];
        return string.Concat(sources.Select(source => MarkdownRenderer.Render(source, MarkdownOptions.Post).Html));
    }

    private Member Named(string handle, string name) => new()
    {
        Id = Next(),
        Handle = handle,
        HandleKey = HandleSkeleton.Of(handle),
        DisplayName = name,
        Bio = name,
        Trust = TrustLevel.Member,
        JoinedAt = Begin,
    };

    private string Topic(CommunityDb db, Forum forum, string title, IEnumerable<(Member By, string Html, string Body)> texts)
    {
        var discussion = new Discussion { Id = Next(), SubjectKind = ContentKind.Topic, Audience = Audience.Everyone };
        var posts = texts.Select(text => new Post
        {
            Id = Next(),
            DiscussionId = discussion.Id,
            Number = discussion.NextNumber(),
            AuthorId = text.By.Id,
            Html = text.Html,
            Body = text.Body,
            CreatedAt = Begin,
        }).ToList();
        var topic = new Topic
        {
            Id = discussion.Id,
            Number = ++_number,
            ForumId = forum.Id,
            Title = title,
            Slug = Slug.Of(title),
            AuthorId = posts[0].AuthorId!.Value,
            CreatedAt = Begin,
            Audience = Audience.Everyone,
            ReplyCount = posts.Count - 1,
            LastPostId = posts[^1].Id,
            LastPostAt = Begin,
            LastPosterId = posts[^1].AuthorId!.Value,
        };
        db.Discussions.Add(discussion);
        db.Posts.AddRange(posts);
        db.Topics.Add(topic);
        return string.Create(CultureInfo.InvariantCulture, $"/t/{topic.Number}/{Uri.EscapeDataString(topic.Slug)}");
    }

    private long Next() => _app.Services.GetRequiredService<Ids>().Next();
}
