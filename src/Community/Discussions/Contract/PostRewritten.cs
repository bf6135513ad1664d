using Community.Data;

namespace Community.Discussions.Contract;

/// <summary>A post, or the title of the subject that it opens, says something else without an edit: somebody was erased.</summary>
public sealed record PostRewritten(long PostId) : IEvent;
