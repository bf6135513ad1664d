namespace Community.Web.Search;

/// <summary>Names the resources of this folder.</summary>
public sealed class SearchTexts;
