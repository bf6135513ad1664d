using Community.Discussions.Contract;

namespace Community.Discussions.Drafts;

/// <param name="Place">Where it was written.</param>
/// <param name="Text">What was written.</param>
/// <param name="Sequence">What a form that goes on with it starts from.</param>
/// <param name="SavedAt">When it was saved last.</param>
public sealed record DraftView(DraftPlace Place, DraftText Text, long Sequence, DateTimeOffset SavedAt);
