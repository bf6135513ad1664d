using System.Globalization;

namespace Community.Testing;

/// <summary>A conversation of real people who agreed and disagreed with what others had said.</summary>
public sealed class PolisConversation
{
    private PolisConversation(IReadOnlyList<Event> votes, IReadOnlyDictionary<int, int> agrees) => (Votes, Agrees) = (votes, agrees);

    /// <param name="At">When, in milliseconds since 1970.</param>
    /// <param name="Comment">What was voted on.</param>
    /// <param name="Voter">Who voted.</param>
    /// <param name="Agrees">Whether they were for it; otherwise they disagreed or passed.</param>
    public readonly record struct Event(long At, int Comment, int Voter, bool Agrees);

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Event> Votes { get; }

    /// <summary>How many agreed in the end, by comment: counted from the columns of the participants.</summary>
    public IReadOnlyDictionary<int, int> Agrees { get; }

    public static PolisConversation Read(string name)
    {
        var folder = TestData.Require(Path.Combine("ideas-polis", name));
        var votes = File.ReadLines(Path.Combine(folder, "votes.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => new Event(Number(cells[0]), (int)Number(cells[^3]), (int)Number(cells[^2]), cells[^1] == "1")).ToList();
        var rows = File.ReadLines(Path.Combine(folder, "participants-votes.csv")).Select(line => line.Split(',')).ToList();
        var columns = rows[0].Select((title, at) => (title, at)).Where(c => int.TryParse(c.title, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .ToDictionary(c => (int)Number(c.title), c => rows.Skip(1).Count(row => row[c.at] == "1"));
        return new PolisConversation(votes, columns);
    }

    /// <summary>The votes as one of the ways in which they may arrive.</summary>
    public IEnumerable<Event> In(string order) => order switch
    {
        "file" => Votes,
        "time" => Votes.OrderBy(v => v.At),
        "doubled" => Votes.SelectMany(v => new[] { v, v }),
        _ => Shuffled(),
    };

    // Each voter's own votes stay in their order; between voters chance decides, the same each time.
    private IEnumerable<Event> Shuffled()
    {
        var random = new Random(7);
        var own = Votes.GroupBy(v => v.Voter).ToDictionary(g => g.Key, g => new Queue<Event>(g));
        var turns = Votes.Select(v => v.Voter).ToArray();
        random.Shuffle(turns);
        return turns.Select(voter => own[voter].Dequeue());
    }

    private static long Number(string cell) => long.Parse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture);
}
