using Community.Data;
using Community.Imports.Contract;
using Community.Members;
using Community.Shared;
using Community.Shared.Markdown;

namespace Community.Cli.Demo;

/// <summary>Gives the written topics their days, counted back from now, and renders them. The same moment gives the same community.</summary>
internal sealed class DemoTopics(IReadOnlyDictionary<string, Member> members, DateTimeOffset now)
{
    private readonly MarkdownOptions options = MarkdownOptions.Post.WithHandles(members.Keys);
    private long seed;

    public ImportedTopic Make(DemoTopic topic, long forumId)
    {
        var posts = new List<ImportedPost>();
        var at = now - TimeSpan.FromDays(topic.DaysAgo);
        foreach (var post in topic.Posts)
        {
            at += TimeSpan.FromMinutes(post.Minutes);
            posts.Add(Make(post, posts.Count + 1, at));
        }

        return new ImportedTopic
        {
            Id = Ids.At(posts[0].CreatedAt, ++seed),
            ForumId = forumId,
            Title = topic.Title,
            AuthorId = members[topic.Author].Id,
            CreatedAt = posts[0].CreatedAt,
            Language = ContentLanguage.Detect(topic.Title) ?? posts[0].Language,
            IsPinned = topic.Pinned,
            IsLocked = topic.Locked,
            Tags = topic.Tags,
            AnswerNumber = topic.Solved + 1,
            Posts = posts,
        };
    }

    private ImportedPost Make(DemoPost post, int number, DateTimeOffset at)
    {
        var author = members[post.Author];
        var rendered = MarkdownRenderer.Render(post.Body, options);
        return new ImportedPost
        {
            Id = Ids.At(at, ++seed),
            Number = number,
            AuthorId = author.Id,
            CreatedAt = at,
            Body = post.Body,
            Html = rendered.Html,
            Language = ContentLanguage.Detect(rendered.PlainText),
            ReplyToNumber = post.ReplyTo + 1,
            IsOfficial = author.Role != Role.Member,
            Reactions = [.. Reactions(post, at)],
        };
    }

    private IEnumerable<ImportedReaction> Reactions(DemoPost post, DateTimeOffset at)
    {
        var given = (post.Hearts ?? []).Select(h => (Handle: h, Kind: "Heart"))
            .Concat((post.Reactions ?? new Dictionary<string, IReadOnlyList<string>>()).SelectMany(r => r.Value.Select(h => (Handle: h, Kind: char.ToUpperInvariant(r.Key[0]) + r.Key[1..]))))
            .DistinctBy(r => r.Handle) // one each
            .Where(r => r.Handle != post.Author)
            .ToList();
        // The first soon, the others over the next two days, none of them in times to come.
        var span = TimeSpan.FromTicks(Math.Min(TimeSpan.FromDays(2).Ticks, (now - at).Ticks));
        for (var i = 0; i < given.Count; i++)
        {
            var when = at + span * ((i + 1.0) / (given.Count + 1)) * ((i + 1.0) / (given.Count + 1));
            yield return new ImportedReaction(Ids.At(when, ++seed), members[given[i].Handle].Id, given[i].Kind, 1, when);
        }
    }
}
