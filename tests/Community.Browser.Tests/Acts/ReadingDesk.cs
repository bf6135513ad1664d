using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Browser.Tests.Writing;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>What the tests of reading share: topics of their own, and what an open page reports.</summary>
internal static class ReadingDesk
{
    /// <summary>A new topic by Aoi, short enough to be seen whole.</summary>
    public static async Task<(long Id, string Path)> Begins(this SeededSite site, string title)
    {
        var path = await site.Topic(title, $"{title}。皆さんのお話を聞かせてください。");
        return ((await site.Opening(path)).DiscussionId, path);
    }

    public static bool IsReport(IRequest request) => request.Url.EndsWith("/read", StringComparison.Ordinal);

    /// <summary>Does something upon which the open page tells how far its reader has come.</summary>
    public static async Task Reports(this Person reader, long topic, Func<Task> act)
    {
        var told = reader.Page.WaitForRequestAsync(request => IsReport(request) && request.PostData?.Contains($"discussion={topic}&", StringComparison.Ordinal) == true);
        await act();
        await (await told).ResponseAsync();
    }
}
