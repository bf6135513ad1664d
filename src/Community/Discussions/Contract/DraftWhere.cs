using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>A form that drafts are written for.</summary>
/// <param name="Name">What it is called, and its address.</param>
/// <param name="WhyNotSend">What keeps its writer from sending it as things stand; null while nothing does.</param>
public sealed record DraftWhere(ContentName Name, Problem? WhyNotSend = null);
