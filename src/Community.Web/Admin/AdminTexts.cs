namespace Community.Web.Admin;

/// <summary>Names the resources of this folder.</summary>
public sealed class AdminTexts;
