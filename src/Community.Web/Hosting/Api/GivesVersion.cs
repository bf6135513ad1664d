namespace Community.Web.Hosting;

/// <summary>Marks endpoints of the API whose answer carries the version of a text as its entity tag.</summary>
internal sealed record GivesVersion;
