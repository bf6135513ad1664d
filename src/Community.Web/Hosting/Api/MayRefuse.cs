namespace Community.Web.Hosting;

/// <summary>Marks endpoints of the API that tell some readers why they may not see what they ask for.</summary>
internal sealed record MayRefuse;
