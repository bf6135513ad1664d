namespace Community.Benchmarks;

/// <summary>A measurement of its own: what it is called, what it tells, and how it runs.</summary>
internal sealed record Scenario(string Name, string Purpose, Func<Task> Run);

internal static class Scenarios
{
    /// <summary>The rows of the budget that BenchmarkDotNet cannot measure: load, memory, cold start.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("pages", "a topic page: cached, not cached, for a member", PagesScenario.Run),
        new("long-topic", "first, middle and last page of a topic of a million posts", LongTopicScenario.Run),
        new("long-lists", "lists of a million topics", LongListsScenario.Run),
        new("first-view", "a topic page in a cold browser", FirstViewScenario.Run),
        new("posting", "replies of sixteen members at once, durable", PostingScenario.Run),
        new("live", "a thousand readers of a live thread, idle ones, open composers", LiveScenario.Run),
        new("search", "what search finds of what people judged, and how fast over a million posts", SearchScenario.Run),
        new("ideas", "every ranking and a vote among 100,000 ideas and 5,000,000 votes", IdeasScenario.Run),
        new("import", "a Discourse forum, posts a second and memory", ImportScenario.Run),
        new("start", "cold start to the first page", StartScenario.Run),
    ];

    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);

    /// <summary>Every scenario, one after the other, and all of it as one table.</summary>
    public static async Task RunAll()
    {
        foreach (var scenario in All)
            await scenario.Run();
        Table.PrintWhole();
    }
}
