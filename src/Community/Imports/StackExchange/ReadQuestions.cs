using System.Runtime.InteropServices;
using System.Text.Json;

namespace Community.Imports.StackExchange;

/// <summary>The first pass: every row is checked before anything is written.</summary>
internal sealed class ReadQuestions(string path, Action<RowProblem> report, IProgress<ImportProgress>? progress, CancellationToken cancel)
{
    private readonly StackQuestions found = new();
    private readonly SeenIds seen = new();
    private readonly string name = Path.GetFileName(path);

    public StackQuestions Run()
    {
        try
        {
            var length = new FileInfo(path).Length;
            new RowFile(path, report, read =>
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(ImportPhase.Reading, read, length));
            }).Read("questions and answers of Stack Exchange", Take);
            found.Spool.Flush();
            if (found.ById.Values.All(entry => entry.Question < 0))
                throw new RefusedImportException($"{name} holds no questions of Stack Exchange, only {(found.ById.Count > 0 ? "answers to others" : "rows of other types")}.");
            LeaveOutAnswersToNothing();
            CheckAccepted();
            return found;
        }
        catch
        {
            found.Dispose();
            throw;
        }
    }

    private void Take(JsonElement json, long line, ReadOnlyMemory<byte> content)
    {
        if (SourcePost.KindOf(json) == SourceKind.Other)
        {
            found.Wikis++;
            return;
        }

        var post = SourcePost.From(json);
        if (!seen.Add(post.Id))
            throw new BadRowException($"post {post.Id} stands above already");
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(found.ById, post.Parent == 0 ? post.Id : post.Parent, out _);
        entry ??= new StackQuestions.Entry();
        if (post.Parent == 0)
            (entry.Question, entry.CreatedAt) = (found.Spool.Add(-1, 0, line, content.Span), post.CreatedAt);
        else
            entry.LastAnswer = found.Spool.Add(entry.LastAnswer, 0, line, content.Span);
        entry.Rows++;
    }

    // An answer may stand before its question: only at the end it is known that there is none.
    private void LeaveOutAnswersToNothing()
    {
        foreach (var (id, entry) in found.ById.Where(q => q.Value.Question < 0).ToList())
        {
            foreach (var answer in found.Spool.Chain(entry.LastAnswer).Reverse())
                report(new RowProblem(name, answer.Line, $"its question {id} is not in the file"));
            found.ById.Remove(id);
        }
    }

    private void CheckAccepted()
    {
        foreach (var entry in found.ById.Values)
        {
            var record = found.Spool.Read(entry.Question);
            var question = Met(record);
            var isThere = question.Accepted is null;
            foreach (var answer in found.Spool.Chain(entry.LastAnswer))
                isThere |= Met(answer).Id == question.Accepted;
            if (!isThere)
                report(new RowProblem(name, record.Line, $"the accepted answer {question.Accepted} is not among its answers, so that none is") { IsLeftOut = false });
        }
    }

    private SourcePost Met(SpoolRecord record)
    {
        using var row = Row.Parse(record.Content);
        var post = SourcePost.From(row.RootElement);
        if (post.Author.Length == 0)
            found.Authors.MetAnonymous(Nameless.Name, Nameless.DisplayName, post.CreatedAt);
        else
            found.Authors.Met(post.Author, post.CreatedAt, null);
        found.PostRows++;
        found.ScoresBelowZero += post.Score < 0 ? 1 : 0;
        return post;
    }
}
