using Community.Data;

namespace Community.Ideas.Contract;

/// <summary>An idea has come to another status, or was answered in the one it has.</summary>
/// <param name="IdeaId">Where it is told now: after a merge the idea that it was merged into.</param>
/// <param name="From">The status before.</param>
/// <param name="To">The status now; the same for an answer alone.</param>
/// <param name="AnswerPostId">The official text that came with it.</param>
/// <param name="ById">Who decided; null where it followed from something else.</param>
/// <param name="Hearers">Members who must hear of it, each once: backers, followers and authors, over all that is told together, without who decided.</param>
public sealed record IdeaStatusChanged(long IdeaId, IdeaStatus From, IdeaStatus To, long? AnswerPostId, long? ById, IReadOnlyList<long> Hearers) : IEvent;
