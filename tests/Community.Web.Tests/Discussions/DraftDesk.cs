using System.Globalization;
using Community.Data;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Discussions;

/// <summary>What the tests of drafts share: members and topics of their own, and drafts saved as the script does.</summary>
internal static class DraftDesk
{
    public const string Words = "A drop of oil, and then some patience.";
    private static int last;

    public static int Next() => Interlocked.Increment(ref last);

    public static Task<FormVisitor> Drafter(this OpenCommunity community) => community.Member($"drafter-{Next()}");

    // Any page of a member's has a token.
    public static async Task Saves(this FormVisitor by, string place, long sequence, string body, params (string, string)[] others)
    {
        await by.Open("/rules");
        await by.Post($"/drafts/{place}", [.. by.Tokens(), ("sequence", $"{sequence}"), ("body", body), ("key", Guid.NewGuid().ToString()), .. others]);
    }

    /// <summary>A topic of the member's, whose page is open: its address and the place of a reply to it.</summary>
    public static async Task<(string Path, string Place)> TopicOf(this OpenCommunity community, FormVisitor by)
    {
        var n = Next();
        await by.Fill("/forums/general/new", [("title", $"What keeps a tin box shut, try {n}?"), ("body", $"The clasp of mine gave way, number {n}."), ("step", "post")], "topic");
        var path = by.Leads!;
        var number = long.Parse(path.Split('/')[2], CultureInfo.InvariantCulture);
        var id = await community.Get<CommunityData>().Read(db => db.Topics.Where(t => t.Number == number).Select(t => t.Id).SingleAsync(TestContext.Current.CancellationToken));
        await by.Open(path);
        return (path, $"reply:{id}");
    }

    public static Task<Draft?> DraftAt(this OpenCommunity community, string place)
    {
        var (kind, id) = DraftPlace.Read(place)!.Value;
        return community.Get<CommunityData>().Read(db => db.Drafts.FirstOrDefaultAsync(d => d.Kind == kind && d.PlaceId == id, TestContext.Current.CancellationToken));
    }
}
