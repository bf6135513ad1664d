using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports.Threads;

/// <summary>What stands in for a date that the source does not have.</summary>
internal static class DayOfImport
{
    public static async Task<DateTimeOffset> Today(CommunityData data, TimeProvider time, CancellationToken cancel)
    {
        var zone = await data.Read(db => db.Site.Where(s => s.Id == SiteSettings.TheOne).Select(s => s.TimeZone).FirstOrDefaultAsync(cancel), cancel);
        return CommunityDay.StartOf(time.GetUtcNow(), zone ?? new SiteSettings().TimeZone);
    }
}
