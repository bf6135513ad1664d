using Community.Data;
using Community.Shared;

namespace Community.Search;

/// <summary>Topics that may say already what somebody is about to write: any of its words, the rare ones first.</summary>
public sealed class SimilarTopics(CommunityData data, NearTopics near)
{
    public const int Most = 5;

    /// <param name="actor">Who writes.</param>
    /// <param name="title">So far.</param>
    /// <param name="text">So far, as Markdown or plain.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<IReadOnlyList<SearchHit>> Run(Actor actor, string? title, string? text = null, int most = Most, CancellationToken cancel = default) =>
        data.Read(db => near.Run(db, actor, SearchText.Of(title ?? "", text ?? ""), null, most, cancel), cancel);
}
