using Community.Data;
using Community.Imports.Contract;
using Community.Members;
using Community.Shared;
using Community.Shared.Markdown;

namespace Community.Cli.Demo;

/// <summary>Gives the written ideas their days and those who back them. The same moment gives the same community.</summary>
internal sealed class DemoIdeas(IReadOnlyDictionary<string, Member> members, IReadOnlyDictionary<string, long> boards, DateTimeOffset now)
{
    private static readonly string?[] Importances = [null, "Important", "Nice", null, "Essential"];

    // Nobody's id is that of a topic or a post of the demo.
    private const long FirstSeed = 1_000_000;

    private readonly MarkdownOptions options = MarkdownOptions.Post.WithHandles(members.Keys);
    private readonly List<Member> fans = [.. members.Values.Where(m => m.Role == Role.Member).OrderBy(m => m.Id)];
    private long seed = FirstSeed;

    public IReadOnlyList<ImportedIdea> Make(IReadOnlyList<DemoIdea> ideas)
    {
        var ids = ideas.Select(i => Ids.At(Created(i), ++seed)).ToList();
        return [.. ideas.Select((idea, at) => Make(idea, ids[at], idea.MergedInto is { } target ? ids[target] : null))];
    }

    private ImportedIdea Make(DemoIdea idea, long id, long? mergedInto)
    {
        var created = Created(idea);
        var posts = new List<ImportedPost> { Make(idea.Author, idea.Body, 1, created) };
        foreach (var comment in idea.Comments)
            posts.Add(Make(comment.Author, comment.Body, posts.Count + 1, Here(comment.Author, created + TimeSpan.FromHours(comment.Hours), posts[^1].CreatedAt)));
        var statusAt = idea.StatusDaysAgo is { } days ? Here(idea.Author, now - TimeSpan.FromDays(days), posts[^1].CreatedAt) : created;
        if (idea.Answer is { } answer)
            posts.Add(Make(answer.Author, answer.Body, posts.Count + 1, statusAt));
        return new ImportedIdea
        {
            Id = id,
            BoardId = boards[idea.Board],
            Title = idea.Title,
            AuthorId = members[idea.Author].Id,
            CreatedAt = created,
            Language = ContentLanguage.Detect(idea.Title) ?? posts[0].Language,
            Tags = idea.Tags,
            Posts = posts,
            Status = idea.Status ?? "Open",
            StatusAt = statusAt,
            StatusById = idea.Status is null && mergedInto is null ? null : members.Values.First(m => m.Role == Role.Brand).Id,
            AnswerNumber = idea.Answer is null ? null : posts.Count,
            MergedIntoId = mergedInto,
            Votes = [.. Votes(idea, created)],
            Seen = idea.Seen,
        };
    }

    private ImportedPost Make(string handle, string body, int number, DateTimeOffset at)
    {
        var author = members[handle];
        var rendered = MarkdownRenderer.Render(body, options);
        return new ImportedPost
        {
            Id = Ids.At(at, ++seed),
            Number = number,
            AuthorId = author.Id,
            CreatedAt = at,
            Body = body,
            Html = rendered.Html,
            Language = ContentLanguage.Detect(rendered.PlainText),
            IsOfficial = author.Role != Role.Member,
        };
    }

    private DateTimeOffset Created(DemoIdea idea) => Here(idea.Author, now - TimeSpan.FromDays(idea.DaysAgo), DateTimeOffset.MinValue);

    // Nobody does anything before they are here, nor before what they do it to.
    private DateTimeOffset Here(string handle, DateTimeOffset at, DateTimeOffset earliest)
    {
        var first = members[handle].JoinedAt > earliest ? members[handle].JoinedAt : earliest;
        return at > first ? at : first + TimeSpan.FromMinutes(5) < now ? first + TimeSpan.FromMinutes(5) : now;
    }

    // Many soon, fewer later; each idea has other people who back it.
    private IEnumerable<ImportedVote> Votes(DemoIdea idea, DateTimeOffset created)
    {
        var others = fans.Where(f => f.Handle != idea.Author).ToList();
        var first = (int)(seed % others.Count);
        for (var i = 0; i < idea.Backers; i++)
        {
            var share = (i + 1.0) / (idea.Backers + 1);
            var fan = others[(first + i) % others.Count];
            var at = Here(fan.Handle, created + ((now - created) * share * share), created);
            yield return new ImportedVote(Ids.At(at, ++seed), fan.Id, Importances[i % Importances.Length], at);
        }
    }
}
