using Community.Search;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Community.Web.Search;

/// <summary>What is asked for while somebody types.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this WebApplication app)
    {
        app.MapGet(Links.Suggest, Suggest).WithMetadata(new LiveDoorAttribute());
        app.MapGet(Links.Similar, Similar).RequireAuthorization(Policies.Member).WithMetadata(new LiveDoorAttribute());
    }

    private static async Task<IResult> Suggest(HttpContext http, string? q, SuggestWhileTyping suggest, SearchLimit limit, CurrentActor current, IStringLocalizer<SearchTexts> texts)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (limit.WhyNotSuggest(current.Actor, http.Connection.RemoteIpAddress) is { } tooFast)
            return new ProblemAnswer(tooFast);
        var found = await suggest.Run(current.Actor, q, http.RequestAborted);
        return Results.Json(found.Select(hit => Offer(hit, current.Language, texts)).OfType<Offered>());
    }

    /// <summary>A fragment: topics that may answer what a title asks.</summary>
    private static async Task<IResult> Similar(HttpContext http, string? title, SimilarSubjects similar, SearchLimit limit, CurrentActor current)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (limit.WhyNotSuggest(current.Actor, http.Connection.RemoteIpAddress) is { } tooFast)
            return new ProblemAnswer(tooFast);
        var found = await similar.Run(current.Actor, ContentKind.Topic, title, cancel: http.RequestAborted);
        PostHit[] topics = [.. found.Select(hit => hit.Post).OfType<PostHit>()];
        return topics.Length == 0 ? Results.Text("", "text/html") : new RazorComponentResult<SimilarList>(new { Topics = topics });
    }

    private static Offered? Offer(SearchHit hit, string language, IStringLocalizer<SearchTexts> texts) => hit switch
    {
        { Post: { } post } => new(post.Title.Text, post.TitleLanguage, post.Place.Name.In(language), Links.Subject(post.Kind, post.SubjectNumber, post.SubjectSlug)),
        { Tag: { } tag } => new(tag.Name.Text, null, texts["OfferedTag"], Links.Tag(tag.Key)),
        { Member: { } member } => new(member.Name.Text, null, "@" + member.Member.Handle, Links.Member(member.Member.Handle)),
        _ => null,
    };

    /// <summary>A line of the list.</summary>
    private sealed record Offered(string Text, string? Language, string Note, string Path);
}
