namespace Community.Web.Privacy;

/// <summary>Names the resources of this folder.</summary>
public sealed class PrivacyTexts;
