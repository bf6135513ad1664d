namespace Community.Web.Forums;

/// <summary>Names the resources of this folder.</summary>
public sealed class ForumsTexts;
