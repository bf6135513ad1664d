using System.Globalization;
using Community.Data;
using Community.Shared;

namespace Community.Imports.StackExchange;

/// <summary>A question with its answers, the first one first.</summary>
internal sealed record SourceThread(SourcePost Question, IReadOnlyList<SourcePost> Answers);

/// <summary>The questions of a file as topics, the oldest first.</summary>
internal sealed class QuestionTopics(StackQuestions questions, string name, Uri? site, ForumChoice choice, Ids ids) : IExportedTopics
{
    private HashSet<long> here = [];
    private long forumId;

    public string Format => "stackexchange";

    public SourceAuthors Authors => questions.Authors;

    public long PostRows => questions.PostRows;

    public async Task<int> LeaveOutWhatIsHere(CommunityDb db, string source, CancellationToken cancel)
    {
        var made = await ImportedTopics.Ids(db, cancel);
        here = [.. questions.ById.Where(q => made.Contains(PrepareQuestion.IdOf(q.Key, q.Value.CreatedAt))).Select(q => q.Key)];
        return here.Count;
    }

    public async Task<int> AddForums(CommunityDb db, string source, CancellationToken cancel)
    {
        if (here.Count == questions.ById.Count)
            return 0;
        var called = choice.Name ?? name;
        var forum = await OwnForum.Add(db, source, called, new LocalizedText($"{called} から引き継いだ質問と回答です。", $"Questions and answers that came from {called}."), choice, ids, cancel);
        forumId = forum.Id;
        return forum.IsNew ? 1 : 0;
    }

    public IEnumerable<WaitingTopic> Topics()
    {
        var rows = 0L;
        foreach (var (id, entry) in questions.ById.OrderBy(q => q.Value.CreatedAt).ThenBy(q => q.Key))
        {
            rows += entry.Rows;
            if (here.Contains(id))
                continue;
            var thread = Assemble(entry);
            yield return new WaitingTopic(1 + thread.Answers.Count, rows, authors => Prepare(thread, authors));
        }
    }

    private SourceThread Assemble(StackQuestions.Entry entry) => new(
        Read(questions.Spool.Read(entry.Question)),
        [.. questions.Spool.Chain(entry.LastAnswer).Select(Read).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id)]);

    private static SourcePost Read(SpoolRecord record)
    {
        using var row = Row.Parse(record.Content);
        return SourcePost.From(row.RootElement);
    }

    private PreparedTopic Prepare(SourceThread thread, ImportedAuthors authors)
    {
        var topic = new PrepareQuestion(authors, site).Run(thread, forumId);
        return new PreparedTopic(Key(thread.Question), topic, [.. thread.Answers.Prepend(thread.Question).Zip(topic.Posts, (source, post) => (Key(source), post.Id))]);
    }

    private static string Key(SourcePost post) => post.Id.ToString(CultureInfo.InvariantCulture);
}
