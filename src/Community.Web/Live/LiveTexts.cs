namespace Community.Web.Live;

/// <summary>Names the texts of this folder.</summary>
public sealed class LiveTexts;
