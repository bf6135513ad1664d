using Community.Ideas;
using Community.Search;
using Community.Shared;

namespace Community.Web.Hosting;

/// <summary>Ideas like one that is being written: what was merged stands for what it was merged into.</summary>
public sealed class SimilarIdeaCards(SimilarSubjects similar, ListIdeas ideas)
{
    private const int Shortest = 2;

    public async Task<IReadOnlyList<IdeaSummary>> To(Actor actor, string? title, CancellationToken cancel)
    {
        if (title?.Trim() is not { Length: >= Shortest } written)
            return [];
        var found = await similar.Run(actor, ContentKind.Idea, written, cancel: cancel);
        return await ideas.Among(actor, [.. found.Select(hit => hit.Post!.SubjectId)], cancel);
    }
}
