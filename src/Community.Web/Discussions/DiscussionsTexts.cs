namespace Community.Web.Discussions;

/// <summary>Names the resources of this folder.</summary>
public sealed class DiscussionsTexts;
