namespace Community.Forums.Reading;

/// <summary>What is kept of a member and the topics of a list.</summary>
/// <param name="Read">Up to which number, by topic; without those never opened nor marked.</param>
/// <param name="Topics">Those of them that the member tracks or watches.</param>
/// <param name="Forums">Whose topics they do.</param>
internal sealed record ListReader(IReadOnlyDictionary<long, int> Read, IReadOnlySet<long> Topics, IReadOnlySet<long> Forums)
{
    public static readonly ListReader Visitor = new(new Dictionary<long, int>(), new HashSet<long>(), new HashSet<long>());

    public bool Follows(TopicSummary line) => Topics.Contains(line.Id) || Forums.Contains(line.Forum.Id);
}
