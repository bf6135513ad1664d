using System.Text.Json;

namespace Community.Client;

/// <summary>Finds what may be read.</summary>
public sealed class SearchCalls
{
    private readonly Sender sender;

    internal SearchCalls(Sender sender) => this.sender = sender;

    /// <summary>One page of what was found.</summary>
    /// <param name="text">What is looked for: words, <c>"exactly so"</c>, <c>-without</c>, <c>author:handle</c>, <c>tag:name</c>, <c>in:forum</c>, <c>before:2026-04-01</c>, <c>after:2026-04-01</c>, <c>is:solved</c>. More than 300 characters are cut.</param>
    /// <param name="scope">What kind of thing.</param>
    /// <param name="order">For topics and posts.</param>
    /// <param name="after">The cursor of the page before.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CommunityApiException">404 where <paramref name="after"/> is no cursor; 422 for an unknown scope or order; 429 where one searches faster than anybody reads.</exception>
    public Task<Found> Search(string text, SearchScope scope = SearchScope.Topics, SearchOrder order = SearchOrder.Relevance, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"search").Query(("q", text), ("scope", Name(scope)), ("order", Name(order)), ("after", after)), ClientJson.Default.Found, cancel);

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
