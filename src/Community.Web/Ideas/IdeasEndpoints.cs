using Community.Discussions;
using Community.Ideas;
using Community.Ideas.Votes;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Community.Web.Ideas;

public static class IdeasEndpoints
{
    // As a form says it: neither none nor the name of an importance.
    private const string Yes = "yes";
    private const string None = "none";

    public static void MapIdeas(this WebApplication app)
    {
        app.MapPost("/ideas/{number:long}/vote", Vote).RequireAuthorization(Policies.Member);
        app.MapGet("/ideas/{number:long}/vote", OwnVote).RequireAuthorization(Policies.Member);
        app.MapPost("/ideas/{number:long}/backers/{vote:long}/reason", Hide).RequireAuthorization(Policies.Moderator);
        app.MapGet("/ideas/{number:long}/changes", Changes).WithMetadata(new SharedPageAttribute(Shows.Idea) { Seconds = 5 }, new LiveDoorAttribute(), new RecentMemberAttribute());
        app.MapGet(Links.SimilarIdeas, Similar).RequireAuthorization(Policies.Member).WithMetadata(new LiveDoorAttribute());
    }

    private static async Task<IResult> Hide(long number, long vote, [FromForm] bool to, [FromForm] string? reason, HideReason hide, CurrentActor current, CancellationToken cancel) =>
        (await hide.Run(current.Actor, new HideReason.Input(vote, to, reason), cancel)).Then(_ => Links.Backers(number));

    /// <summary>A fragment: what has changed on a page of an idea.</summary>
    private static async Task<IResult> Changes(
        HttpContext http, long number, int? page, long? after, ChangesLimit limit, ReadIdea ideas, FragmentAssets assets, CurrentActor current, IOptions<PostLimits> limits, TimeProvider time)
    {
        if (limit.WhyNot(http, current) is { } tooMany)
            return tooMany;
        var read = await ideas.Run(current.Actor, number, page ?? 1, http.RequestAborted);
        // Told within another one by now: the page that is open leads there.
        if (read is not { Ok: true, Value: { Head.MergedInto: null } view })
            return Results.NotFound();
        if (current.Actor.IsMember)
            http.Response.Headers.CacheControl = "no-store";
        assets.Give(http);
        return new RazorComponentResult<IdeaChanges>(new { View = view, Reader = IdeaReading.ReaderOf(current, view, limits.Value, time.GetUtcNow()), After = after ?? 0 });
    }

    /// <summary>A fragment of the form that submits an idea: those that may say the same.</summary>
    private static async Task<IResult> Similar(HttpContext http, string? title, SimilarIdeaCards similar, SearchLimit limit, FragmentAssets assets, CurrentActor current)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (limit.WhyNotSuggest(current.Actor, http.Connection.RemoteIpAddress) is { } tooFast)
            return new ProblemAnswer(tooFast);
        var ideas = await similar.To(current.Actor, title, http.RequestAborted);
        assets.Give(http);
        return ideas.Count == 0 ? Results.Text("", "text/html") : new RazorComponentResult<SimilarIdeas>(new { Ideas = ideas });
    }

    /// <summary>A fragment: the vote of a card whose list stays as it is.</summary>
    private static async Task<IResult> OwnVote(HttpContext http, long number, ReadIdea ideas, ListIdeas list, ReadBudget budget, FragmentAssets assets, CurrentActor current)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Whoever had to sign in again for a vote comes here by themselves.
        if (http.Request.Headers["Sec-Fetch-Dest"] == "document")
            return Results.LocalRedirect(Links.Idea(number));
        if (await ideas.IdOf(number, http.RequestAborted) is not { } id || await list.Among(current.Actor, [id], http.RequestAborted) is not [var idea])
            return Results.NotFound();
        var isSpent = idea.HasBudget && await budget.Run(current.Actor, http.RequestAborted) is { Left: 0 };
        assets.Give(http);
        return new RazorComponentResult<VoteControl>(new
        {
            Idea = idea.Number,
            idea.Title,
            Count = idea.BackerCount,
            idea.IsBacked,
            idea.IsWaiting,
            IsSpent = isSpent,
            Standing = idea.Standing,
            Board = idea.BoardStanding,
            Return = Links.Idea(idea.Number, idea.Slug),
        });
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
