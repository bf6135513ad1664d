namespace Community.Web.Ui;

/// <summary>Names the resources of this folder.</summary>
public sealed class UiTexts;
