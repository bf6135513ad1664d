using System.Text;
using System.Text.Json;
using Community.Data;
using Community.Imports;
using Community.Imports.StackExchange;
using Community.Imports.Threads;
using Community.Tests.Support;

namespace Community.Tests.Imports;

/// <summary>A file of a few rows, written by the test, and the acts that read it.</summary>
internal sealed class SmallFile : IAsyncDisposable
{
    public const string Day = "2020-02-03T04:05:06.789";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("import-");

    public required TestCommunity Community { get; init; }

    public List<string> Rows { get; } = [];

    public List<string> Users { get; } = [];

    public List<RowProblem> Problems { get; } = [];

    public string Path => System.IO.Path.Combine(folder.FullName, "tea.jsonl");

    public static async Task<SmallFile> Start() => new() { Community = await TestCommunity.Start() };

    public void Question(long id, string html = "<p>How?</p>", string title = "How is it done?", string? user = "ann", string day = Day, long? accepted = null, int score = 0, string? closed = null, params string[] tags) =>
        Rows.Add(JsonSerializer.Serialize(new { id, type = "question", parent = (long?)null, accepted_answer = accepted, created_at = day, user, score, views = 130, title, tags, favorites = 1, closed_at = closed, html }));

    public void Answer(long id, long parent, string html = "<p>So.</p>", string? user = "ben", string day = Day, int score = 0) =>
        Rows.Add(JsonSerializer.Serialize(new { id, type = "answer", parent, created_at = day, user, score, views = 0, title = (string?)null, html }));

    public void Thread(string id, params string[] texts) =>
        Rows.Add(JsonSerializer.Serialize(new { id, posts = texts.Select((text, at) => new { n = at + 1, speaker = at % 2 == 0 ? "A" : "B", text }) }));

    public Task<ImportSummary> ImportQuestions(string? site = null)
    {
        Write(Path, Rows);
        return ReadQuestions(site);
    }

    /// <summary>Imports the file as it is.</summary>
    public Task<ImportSummary> ReadQuestions(string? site = null)
    {
        var users = System.IO.Path.Combine(folder.FullName, "users.jsonl");
        Write(users, Users);
        return Community.Get<ImportStackExchange>().Run(
            new StackExchangeInput(Path, null, site is null ? null : new Uri(site), Users.Count > 0 ? users : null, Problems.Add), null, CancellationToken.None);
    }

    public Task<ImportSummary> ImportThreads()
    {
        Write(Path, Rows);
        return ReadThreads();
    }

    /// <summary>Imports the file as it is.</summary>
    public Task<ImportSummary> ReadThreads() => Community.Get<ImportThreads>().Run(new ThreadsInput(Path, null, Problems.Add), null, CancellationToken.None);

    public void Write(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public async Task<IReadOnlyList<string>> Differences()
    {
        var found = new List<string>();
        foreach (var verifier in Community.All<IVerify>())
            found.AddRange(await Community.Read(db => verifier.Check(db, CancellationToken.None)));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Community.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static void Write(string path, List<string> rows) => File.WriteAllText(path, string.Join('\n', rows), new UTF8Encoding(false));
}
