namespace Community.Web.Ideas;

/// <summary>Names the resources of the ideas' pages.</summary>
public sealed class IdeasTexts;
