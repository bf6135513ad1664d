namespace Community.Web.Ui;

/// <summary>The zones to choose from, by name; abbreviations and the tz database's leftovers are left out.</summary>
internal static class TimeZones
{
    public static readonly IReadOnlyList<string> All =
    [
        "UTC",
        .. TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.HasIanaId && zone.Id.Contains('/') && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
            .Select(zone => zone.Id)
            .Order(StringComparer.Ordinal),
    ];
}
