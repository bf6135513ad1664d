using Community.Ideas.Votes;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Ideas;

public static class IdeasEndpoints
{
    // As a form says it: neither none nor the name of an importance.
    private const string Yes = "yes";
    private const string None = "none";

    public static void MapIdeas(this WebApplication app)
    {
        app.MapPost("/ideas/{number:long}/vote", Vote).RequireAuthorization(Policies.Member);
        app.MapGet(Links.SimilarIdeas, Similar).RequireAuthorization(Policies.Member).WithMetadata(new LiveDoorAttribute());
    }

    /// <summary>A fragment of the form that submits an idea: those that may say the same.</summary>
    private static async Task<IResult> Similar(HttpContext http, string? title, SimilarIdeaCards similar, SearchLimit limit, CurrentActor current)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (limit.WhyNotSuggest(current.Actor, http.Connection.RemoteIpAddress) is { } tooFast)
            return new ProblemAnswer(tooFast);
        var ideas = await similar.To(current.Actor, title, http.RequestAborted);
        return ideas.Count == 0 ? Results.Text("", "text/html") : new RazorComponentResult<SimilarIdeas>(new { Ideas = ideas });
    }

    private static async Task<IResult> Vote(
        long number, [FromForm] string? wanted, [FromForm] string? reason, [FromForm(Name = "return")] string? back, VoteForIdea vote, CurrentActor current, CancellationToken cancel)
    {
        if (WantedOf(wanted, reason) is not { Ok: true } read)
            return new ProblemAnswer(Community.Shared.Problem.Invalid("wanted", "vote-unknown"));
        var done = await vote.Run(current.Actor, new VoteForIdea.Input(number, read.Vote), cancel);
        return done.Then(_ => ReturnPath.Of(back));
    }

    private static (bool Ok, VoteForIdea.Vote? Vote) WantedOf(string? wanted, string? reason)
    {
        if (wanted == None)
            return (true, null);
        if (wanted == Yes)
            return (true, new VoteForIdea.Vote(null, reason));
        var named = Enum.GetValues<Importance>().Where(i => string.Equals(i.ToString(), wanted, StringComparison.OrdinalIgnoreCase)).Cast<Importance?>().FirstOrDefault();
        return (named is not null, named is null ? null : new VoteForIdea.Vote(named, reason));
    }
}
