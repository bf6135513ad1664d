using System.Text;
using System.Text.Json;

namespace Community.Imports.Discourse;

/// <summary>
/// The first pass: every file is read to its end and every row checked before anything is written, so that a file which turns out not to
/// be what it says leaves nothing behind.
/// </summary>
internal sealed class ReadExport(DiscourseFolder folder, Action<RowProblem> report, IProgress<ImportProgress>? progress, CancellationToken cancel)
{
    private const long LargestDocument = 64 << 20;
    private readonly DiscourseExport export = new();
    private readonly SeenIds listed = new();
    private readonly SeenIds inDocuments = new();
    private long done;
    private long total;

    public DiscourseExport Run()
    {
        try
        {
            string?[] all = [folder.Topics, folder.Posts, .. folder.Documents];
            total = all.Sum(f => f is null ? 0 : new FileInfo(f).Length);
            SourceCategories.Read(folder.Categories, export.Categories);
            foreach (var file in folder.Documents)
                DocumentHead(file);
            if (folder.Topics is not null && folder.Posts is not null)
            {
                Lines(folder.Topics, "topics of Discourse", ListedTopic);
                Lines(folder.Posts, "posts of Discourse", ListedPost);
            }

            export.Spool.Flush();
            foreach (var file in folder.Documents)
            {
                DocumentPosts(file);
                export.Spool.Flush(); // a later part of the topic asks for its posts
            }

            return export;
        }
        catch
        {
            export.Dispose();
            throw;
        }
    }

    private void Lines(string path, string what, Action<JsonElement, int, long, ReadOnlyMemory<byte>> take)
    {
        var file = export.AddFile(path);
        done += new RowFile(path, report, Tell).Read(what, (json, line, content) =>
        {
            try
            {
                take(json, file, line, content);
            }
            catch (BadRowException problem)
            {
                Leave(problem);
                throw;
            }
        });
    }

    private void ListedTopic(JsonElement json, int file, long line, ReadOnlyMemory<byte> content)
    {
        Heed(json);
        var topic = SourceTopic.From(json);
        var entry = Entry(topic.Id);
        export.Place(entry, topic, entry.Head < 0);
        if (entry.Head >= 0)
            throw new BadRowException($"topic {topic.Id} stands above already");
        entry.Head = export.Spool.Add(-1, file, line, content.Span);
        export.Authors.Met(topic.Author, topic.CreatedAt, null);
    }

    private void ListedPost(JsonElement json, int file, long line, ReadOnlyMemory<byte> content)
    {
        export.HeldBack.Heed(json);
        var post = SourcePost.From(json);
        var entry = TopicOf(post);
        if (!listed.Add(post.Id))
            throw new BadRowException($"post {post.Id} stands above already");
        Keep(entry, post, file, line, content.Span, null);
    }

    private void DocumentHead(string path)
    {
        using var json = Document(path);
        var file = export.AddFile(path);
        try
        {
            Heed(json.RootElement);
            if (!new Row(json.RootElement).Has("title"))
                return; // a later part of a long topic
            var topic = SourceTopic.From(json.RootElement);
            var entry = Entry(topic.Id);
            export.Place(entry, topic, entry.NativeHead < 0);
            if (entry.NativeHead >= 0)
                return;
            entry.NativeHead = export.Spool.Add(-1, file, 1, Encoding.UTF8.GetBytes(Headings(json.RootElement)));
        }
        catch (BadRowException problem)
        {
            Leave(problem);
            report(new RowProblem(Path.GetFileName(path), 1, problem.Message));
        }
    }

    private void DocumentPosts(string path)
    {
        using var json = Document(path);
        var file = export.AddFile(path);
        HashSet<long>? inTopic = null;
        var place = 0;
        foreach (var element in json.RootElement.GetProperty("post_stream").GetProperty("posts").EnumerateArray())
        {
            place++;
            try
            {
                export.HeldBack.Heed(element);
                var post = SourcePost.From(element);
                var entry = TopicOf(post);
                if (!inDocuments.Add(post.Id))
                    continue; // two parts of a topic may overlap
                inTopic ??= IdsOf(entry);
                if (listed.Contains(post.Id) && !inTopic.Contains(post.Id))
                    throw new BadRowException($"post {post.Id} stands in another topic already");
                Keep(entry, post, file, place, Encoding.UTF8.GetBytes(element.GetRawText()), new Row(element).Text("name"));
            }
            catch (BadRowException problem)
            {
                report(new RowProblem(Path.GetFileName(path), place, problem.Message));
            }
        }

        done += new FileInfo(path).Length;
        Tell(0);
    }

    private HashSet<long> IdsOf(DiscourseExport.TopicEntry entry) =>
        [.. export.Spool.Chain(entry.LastPost).Select(r => { using var row = Row.Parse(r.Content); return new Row(row.RootElement).Id("id"); })];

    private JsonDocument Document(string path)
    {
        cancel.ThrowIfCancellationRequested();
        var name = Path.GetFileName(path);
        if (new FileInfo(path).Length > LargestDocument)
            throw new RefusedImportException($"{name} is larger than any topic's document ({LargestDocument >> 20} MB).");
        JsonDocument json;
        try
        {
            json = Row.Parse(File.ReadAllBytes(path));
        }
        catch (BadRowException)
        {
            throw new RefusedImportException($"{name} is not JSON.");
        }

        if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("post_stream", out var stream)
            && stream.ValueKind == JsonValueKind.Object && stream.TryGetProperty("posts", out var posts) && posts.ValueKind == JsonValueKind.Array)
            return json;
        json.Dispose();
        throw new RefusedImportException($"{name} is not a topic of Discourse: it has no post_stream with posts.");
    }

    // The head of a topic's document without its posts, which may be many.
    private static string Headings(JsonElement document) =>
        JsonSerializer.Serialize(document.EnumerateObject().Where(p => p.Name != "post_stream").ToDictionary(p => p.Name, p => p.Value));

    private void Keep(DiscourseExport.TopicEntry entry, SourcePost post, int file, long line, ReadOnlySpan<byte> content, string? displayName)
    {
        entry.LastPost = export.Spool.Add(entry.LastPost, file, line, content);
        entry.PostRows++;
        export.PostRows++;
        export.Authors.Met(post.Author, post.CreatedAt, displayName);
    }

    private DiscourseExport.TopicEntry TopicOf(SourcePost post)
    {
        if (export.Private.TryGetValue(post.TopicId, out var first))
        {
            if (first is null || post.Number == 1)
                export.Private[post.TopicId] = AssembleThread.IdOf(post);
            throw new BadRowException($"it belongs to the private conversation {post.TopicId}");
        }

        return export.Topics.TryGetValue(post.TopicId, out var entry) && entry.HasHead
            ? entry
            : throw new BadRowException($"its topic {post.TopicId} is not in the export");
    }

    // All heads are read before the first post, so that none of it has come in yet.
    private void Leave(BadRowException problem)
    {
        if (problem is PrivateTopicException conversation && export.Private.TryAdd(conversation.TopicId, null))
            export.Topics.Remove(conversation.TopicId);
    }

    // A row that says so is believed even where nothing else in it is of use.
    private void Heed(JsonElement json)
    {
        var row = new Row(json);
        if (SourceTopic.SaysApart(row))
            Entry(row.Id("id")).IsApart = true;
    }

    private DiscourseExport.TopicEntry Entry(long id)
    {
        if (export.Private.ContainsKey(id))
            throw new PrivateTopicException(id);
        if (!export.Topics.TryGetValue(id, out var entry))
            export.Topics.Add(id, entry = new DiscourseExport.TopicEntry());
        return entry;
    }

    private void Tell(long within)
    {
        cancel.ThrowIfCancellationRequested();
        progress?.Report(new ImportProgress(ImportPhase.Reading, done + within, total));
    }
}
