using System.Text.Json;
using Community.Data;
using Community.Forums;
using Community.Imports.Contract;
using Community.Imports.Threads;
using Community.Members;
using Community.Search;
using Community.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Testing.Search;

/// <summary>
/// How well the product's own acts find what people judged to be right, in sets that nobody on this project made. Each needs a community of its
/// own, empty, on any engine.
/// </summary>
public sealed class Relevance(IServiceProvider services, string data)
{
    private const int AtOnce = 300;
    private const int ForumId = 1;
    private const int AuthorId = 2;
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The share of Japanese questions whose one right paragraph is among the first five (R@5).</summary>
    /// <param name="every">1 for every question, 4 for each fourth.</param>
    public async Task<double> JapaneseQuestions(int every = 1)
    {
        var paragraphs = Rows("search-ja-jsquad/paragraphs.jsonl");
        var ids = await Add([.. paragraphs.Select(p => new Thread(Text(p, "id"), Text(p, "title"), [Text(p, "text")]))]);
        var (asked, found) = (0, 0);
        foreach (var question in Rows("search-ja-jsquad/questions.jsonl").Where((_, i) => i % every == 0))
        {
            var results = await services.GetRequiredService<SearchContent>().Run(Actor.Visitor, new(Text(question, "query"), Size: 5));
            var right = ids[Text(question, "paragraph")];
            asked++;
            found += results.Value!.Hits.Any(h => h.Post!.SubjectId == right) ? 1 : 0;
        }

        return (double)found / asked;
    }

    /// <summary>
    /// For new questions of a forum: the share whose judged duplicate is among the first ten similar topics of all threads with their replies,
    /// and the mean average precision, in per cent, of the ten judged candidates in the order of similarity; a question
    /// without a right one counts as nothing.
    /// </summary>
    public async Task<(double HitAtTen, double MeanAveragePrecision)> SimilarQuestions()
    {
        var replies = Rows("forum-qatarliving/posts.jsonl").ToLookup(p => Text(p, "thread"), p => Text(p, "body"));
        var ids = await Add([.. Rows("forum-qatarliving/threads.jsonl").Select(t => new Thread(Text(t, "id"), Text(t, "title"), [Text(t, "body"), .. replies[Text(t, "id")]]))]);
        var labels = Rows("forum-qatarliving/labels.jsonl").ToLookup(l => Text(l, "query"));
        var (withDuplicate, hits, precision, judged) = (0, 0, 0.0, 0);
        foreach (var query in Rows("forum-qatarliving/queries.jsonl"))
        {
            var candidates = labels[Text(query, "id")].ToDictionary(l => ids[Text(l, "candidate")], l => (Label: Text(l, "label"), Rank: l.GetProperty("rank_search_engine").GetInt32()));
            var similar = await services.GetRequiredService<SimilarSubjects>().Run(Actor.Visitor, ContentKind.Topic, Text(query, "title"), Text(query, "body"), ids.Count);
            var order = similar.Select((hit, rank) => (hit.Post!.SubjectId, rank)).ToDictionary(h => h.SubjectId, h => h.rank);
            if (candidates.Values.Any(c => c.Label == "PerfectMatch"))
            {
                withDuplicate++;
                hits += similar.Take(10).Any(h => candidates.TryGetValue(h.Post!.SubjectId, out var c) && c.Label == "PerfectMatch") ? 1 : 0;
            }

            var ranked = candidates.OrderBy(c => order.GetValueOrDefault(c.Key, int.MaxValue)).ThenBy(c => c.Value.Rank).Select(c => c.Value.Label != "Irrelevant").ToList();
            judged++;
            precision += !ranked.Contains(true) ? 0 : ranked.Select((isRight, i) => isRight ? (double)ranked.Take(i + 1).Count(r => r) / (i + 1) : 0).Sum() / ranked.Count(r => r);
        }

        return ((double)hits / withDuplicate, 100 * precision / judged);
    }

    /// <summary>Pieces of two to four characters inside runs of Japanese script that do not find their post in the full result.</summary>
    /// <param name="count">How many pieces are drawn; 0 for each of every run once.</param>
    public async Task<IReadOnlyList<string>> JapanesePieces(int count)
    {
        var import = services.GetRequiredService<ImportThreads>();
        await import.Run(new ThreadsInput(Path.Combine(data, "forum-ja-open2ch/threads.jsonl"), "board", _ => { }), null, CancellationToken.None);
        var posts = await services.GetRequiredService<CommunityData>().Read(db => Task.FromResult(db.Posts.OrderBy(p => p.Id).Select(p => new { p.Id, p.Html }).ToList()));
        var runs = posts.SelectMany(p => Runs(PlainText.Of(p.Html)).Select(run => (p.Id, Run: run))).ToList();
        var missing = new List<string>();
        foreach (var (id, piece) in count > 0 ? Drawn(runs, count) : [.. runs.SelectMany(r => Pieces(r.Run).Select(piece => (r.Id, piece))).Distinct()])
        {
            if (!await Finds(piece, id))
                missing.Add($"{piece} in {id}");
        }

        return missing;
    }

    private async Task<bool> Finds(string piece, long id)
    {
        for (string? after = null; ;)
        {
            var page = (await services.GetRequiredService<SearchContent>().Run(Actor.Visitor, new(piece, SearchScope.Posts, SearchOrder.Newest, after, 100))).Value!;
            if (page.IsWider || page.Hits.Any(h => h.Id == id))
                return !page.IsWider;
            if (page.Next is null)
                return false;
            after = page.Next;
        }
    }

    private static List<(long Id, string Piece)> Drawn(List<(long Id, string Run)> runs, int count)
    {
        // A generator of its own (Park and Miller, 1988): the same pieces on every runtime.
        var seed = 20_260L;
        int Next(int below) => (int)((seed = seed * 48_271 % int.MaxValue) % below);
        var drawn = new List<(long Id, string Piece)>(count);
        while (drawn.Count < count)
        {
            var (id, run) = runs[Next(runs.Count)];
            var length = 2 + Next(3);
            if (run.Length >= length)
                drawn.Add((id, run.Substring(Next(run.Length - length + 1), length)));
        }

        return drawn;
    }

    private static IEnumerable<string> Pieces(string run) =>
        from length in new[] { 2, 3, 4 } from at in Enumerable.Range(0, Math.Max(0, run.Length - length + 1)) select run.Substring(at, length);

    private static IEnumerable<string> Runs(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && text[end] is >= 'ぁ' and <= 'ゖ' or >= 'ァ' and <= 'ヺ' or 'ー' or '々' or >= '一' and <= '鿿')
                end++;
            if (end - at > 1)
                yield return text[at..end];
            at = Math.Max(end, at + 1);
        }
    }

    private sealed record Thread(string Key, string Title, IReadOnlyList<string> Posts);

    /// <summary>Brings threads in as an import does; gives their topics' ids.</summary>
    private async Task<Dictionary<string, long>> Add(IReadOnlyList<Thread> threads)
    {
        var community = services.GetRequiredService<CommunityData>();
        await community.Write<Done>(db =>
        {
            db.Forums.Add(new Forum { Id = ForumId, Slug = "all", Name = new LocalizedText("", "All") });
            db.Members.Add(new Member { Id = AuthorId, Handle = "writer", HandleKey = HandleSkeleton.Of("writer"), DisplayName = "writer", JoinedAt = Start });
            return Task.FromResult<Result<Done>>(Done.Yes);
        });
        var ids = new Dictionary<string, long>();
        var seed = 0L;
        foreach (var chunk in threads.Chunk(AtOnce))
        {
            var topics = chunk.Select(thread => Topic(thread, () => Ids.At(Start.AddMinutes(++seed), seed))).ToList();
            foreach (var (topic, thread) in topics.Zip(chunk))
                ids.Add(thread.Key, topic.Id);
            await community.Write<Done>(db =>
            {
                db.Raise(new TopicsImported(topics));
                return Task.FromResult<Result<Done>>(Done.Yes);
            });
        }

        await services.GetRequiredService<Reindex>().Run();
        return ids;
    }

    private static ImportedTopic Topic(Thread thread, Func<long> newId)
    {
        var id = newId();
        return new ImportedTopic
        {
            Id = id,
            ForumId = ForumId,
            Title = thread.Title,
            AuthorId = AuthorId,
            CreatedAt = Ids.TimeOf(id),
            Posts = [.. thread.Posts.Select((text, i) => new ImportedPost
            {
                Id = newId(),
                Number = i + 1,
                AuthorId = AuthorId,
                CreatedAt = Ids.TimeOf(id),
                Body = text,
                Html = $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>",
            })],
        };
    }

    private List<JsonElement> Rows(string file) => [.. File.ReadLines(Path.Combine(data, file)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";
}
