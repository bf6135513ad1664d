namespace Community.Web.Shell.Reference;

/// <summary>Names the words of the pages for people who write programs.</summary>
public sealed class ReferenceTexts;
