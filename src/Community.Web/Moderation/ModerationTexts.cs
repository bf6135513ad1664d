namespace Community.Web.Moderation;

/// <summary>Names the resources of this folder.</summary>
public sealed class ModerationTexts;
