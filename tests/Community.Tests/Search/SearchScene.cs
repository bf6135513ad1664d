using Community.Forums;
using Community.Search;
using Community.Shared;
using Community.Shared.Personal;
using Community.Tests.Support;

namespace Community.Tests.Search;

/// <summary>Topics to look for, and somebody who looks.</summary>
internal static class SearchScene
{
    public static async Task<long> Topic(this ForumScene scene, string title, string body = ForumScene.Body, Actor? by = null, string? tags = null, string forum = "help")
    {
        scene.Time.Pass(TimeSpan.FromMinutes(10));
        return ForumScene.Must(await scene.Start(by ?? scene.Aki, title, body, tags, forum)).Number;
    }

    /// <summary>Takes their words out of everything, as an erasure does.</summary>
    public static async Task Erase(this ForumScene scene, Actor whom)
    {
        var person = new ErasedPerson(whom.MemberId!.Value, whom.Handle!, [], [], "former-member", false, Languages.English);
        foreach (var part in scene.Community.All<IPersonalData>())
            await part.EraseRest(scene.Community.Data, person, CancellationToken.None);
    }

    public static async Task<PostReply.Posted> Says(this ForumScene scene, Actor by, long topic, string body)
    {
        scene.Time.Pass(TimeSpan.FromMinutes(10));
        return ForumScene.Must(await scene.Reply(by, topic, body));
    }

    public static async Task<SearchResults> Search(
        this ForumScene scene, string text, SearchScope scope = SearchScope.Posts, Actor? by = null, SearchOrder order = SearchOrder.Relevance, string? after = null, int size = SearchContent.PageSize) =>
        ForumScene.Must(await scene.Community.Get<SearchContent>().Run(by ?? Actor.Visitor, new(text, scope, order, after, size)));

    /// <summary>Topic numbers and post numbers, as "3/1", in order.</summary>
    public static async Task<string> Found(this ForumScene scene, string text, SearchScope scope = SearchScope.Posts, Actor? by = null, SearchOrder order = SearchOrder.Relevance) =>
        string.Join(' ', (await scene.Search(text, scope, by, order)).Hits.Select(h => $"{h.Post!.SubjectNumber}/{h.Post.Number}"));
}
