using System.Text.Json.Serialization;
using Community.Web.Discussions.Api;
using Community.Web.Forums.Api;
using Community.Web.Ideas.Api;
using Community.Web.Members.Api;
using Community.Web.Moderation.Api;
using Community.Web.Search.Api;
using Community.Web.Shell.Reference;

namespace Community.Web.Hosting;

/// <summary>The API of the community: the same acts as the pages, for programs.</summary>
internal static class Api
{
    public static void AddApi(this IServiceCollection services)
    {
        // A number is a number: one type a value keeps the document, and every client made from it, simple.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddApiDocument();
        services.AddSingleton<ApiReference>();
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapForumsApi();
        app.MapTopicsApi();
        app.MapPostsApi();
        app.MapPeopleApi();
        app.MapIdeasApi();
        app.MapIdeaActsApi();
        app.MapIdeaDeskApi();
        app.MapBoardsApi();
        app.MapSearchApi();
        app.MapPostActsApi();
        app.MapKeptApi();
        app.MapReadingApi();
        app.MapChangesApi();
        app.MapReportsApi();
        app.MapMeApi();
        app.MapPreferencesApi();
        app.MapModerationApi();
        app.MapTopicDeskApi();
        app.MapMembersDeskApi();
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
