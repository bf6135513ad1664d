using Community.Search;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Search.Api;

internal static class SearchApi
{
    public static void MapSearchApi(this IEndpointRouteBuilder app) =>
        app.MapApi("Search").MapGet("/search", Search).Named("Search", "Topics, ideas, posts, tags or members by what is in them", "Topics, ideas, posts, tags or members by what is in them, as far as they may be read. `q` may hold words, `\"exactly so\"`, `-without`, `author:`, `tag:`, `in:`, `before:`, `after:` and `is:solved`.");

    private static async Task<Results<Ok<Client.Found>, ApiProblem>> Search(
        string? q, string? scope, string? order, string? after, HttpContext http, SearchContent content, SearchLimit limit, CurrentActor current, CancellationToken cancel)
    {
        if (QueryName.Of(scope, SearchScope.Topics) is not { } wanted)
            return new ApiProblem(Problem.Invalid("scope", "kind-unknown"));
        if (QueryName.Of(order, SearchOrder.Relevance) is not { } sorted)
            return new ApiProblem(Problem.Invalid("order", "sort-unknown"));
        if (limit.WhyNotSearch(current.Actor, http.Connection.RemoteIpAddress) is { } tooFast)
            return new ApiProblem(tooFast);
        return (await content.Run(current.Actor, new SearchContent.Input(q, wanted, sorted, after), cancel)).As(Found);
    }

    private static Client.Found Found(SearchResults found) => new()
    {
        Items = [.. found.Hits.Select(hit => new Client.FoundItem(Post(hit), Tag(hit.Tag), Member(hit.Member)))],
        Next = found.Next,
        Count = found.Count,
        IsCounted = found.IsCounted,
        IsWider = found.IsWider,
        DidYouMean = found.DidYouMean,
    };

    private static Client.FoundPost? Post(SearchHit hit) => hit.Post is not { } post ? null : new()
    {
        PostId = hit.Id.Id(),
        Kind = SameName<ContentKind, Client.ContentKind>.Of(post.Kind),
        Number = post.Number,
        SubjectNumber = post.SubjectNumber,
        SubjectSlug = post.SubjectSlug,
        Title = Text(post.Title),
        TitleLanguage = post.TitleLanguage,
        Text = Text(post.Text),
        Language = post.Language,
        Author = Wire.Person(post.Author),
        CreatedAt = post.CreatedAt,
        Place = new(post.Place.Slug, Wire.Text(post.Place.Name)),
        IsSolved = post.IsSolved,
        ReplyCount = post.Replies,
        BackerCount = post.Backers,
    };

    private static Client.FoundTag? Tag(TagHit? tag) => tag is null ? null : new(Text(tag.Name), tag.Key, tag.Count);

    private static Client.FoundMember? Member(MemberHit? member) =>
        member is null || Wire.Person(member.Member) is not { } person ? null : new(person, Text(member.Name), member.PostCount);

    private static Client.MarkedText Text(Snippet text) => new(text.Text, [.. text.Marks.Select(mark => new Client.TextMark(mark.Start, mark.Length))]);
}
