using Community.Discussions;
using Community.Discussions.Contract;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.Extensions.Options;

namespace Community.Web.Discussions;

/// <summary>Names for a text that is being written.</summary>
internal static class PeopleEndpoint
{
    public static void MapPeople(this WebApplication app)
    {
        var window = new RequestWindow(app.Services.GetRequiredService<TimeProvider>(), TimeSpan.FromMinutes(1));
        app.MapGet(Links.People, (string? place, string? q, HttpContext http, FindPeople people, CurrentActor current, IOptions<RequestLimits> limits) => Find(place, q, http, people, current, window, limits.Value))
            .RequireAuthorization(Policies.Member)
            .WithMetadata(new LiveDoorAttribute());
    }

    private static async Task<IResult> Find(
        string? place, string? q, HttpContext http, FindPeople people, CurrentActor current, RequestWindow window, RequestLimits limits)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Whoever asks for more names than anybody types is collecting them.
        if (current.Actor.MemberId is { } me && window.Take((UInt128)me, limits.NamesPerMinute) is { Ok: false } taken)
            return new ProblemAnswer(Problem.TooFast("too-many-requests", taken.Reset));
        if (DraftPlace.Read(place) is not { } known)
            return new ProblemAnswer(Problem.NotFound());
        var found = await people.Run(current.Actor, new FindPeople.Query(known, q), http.RequestAborted);
        return found.Ok ? Results.Json(found.Value.Select(person => new { person.Handle, person.Name, reads = person.CanRead })) : new ProblemAnswer(found.Problem);
    }
}
