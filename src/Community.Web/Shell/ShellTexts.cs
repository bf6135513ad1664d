namespace Community.Web.Shell;

/// <summary>Names the resources of this folder.</summary>
public sealed class ShellTexts;
