using Community.Data;

namespace Community.Shared.Site;

/// <summary>Something changed that any page may show: brand, settings, a handle.</summary>
public sealed record SiteChanged : IHeardEverywhere;
