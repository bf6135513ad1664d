using System.Globalization;
using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Ideas;
using Community.Ideas.Votes;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Ideas.Api;

/// <summary>What members do: submit, comment, back and follow.</summary>
internal static class IdeaActsApi
{
    public static void MapIdeaActsApi(this IEndpointRouteBuilder app)
    {
        var ideas = app.MapApi("Ideas");
        ideas.MapPost("/boards/{board}/ideas", Submit).Named("SubmitIdea", "Submits an idea").Needs(TokenScope.Write);
        ideas.MapPost("/ideas/{number:long}/posts", Comment).Named("CommentOnIdea", "Says something about an idea").Needs(TokenScope.Write);
        ideas.MapPut("/ideas/{number:long}/vote", Vote)
            .Named("VoteForIdea", "Backs an idea", "Backs an idea, or says of a vote that was given how much it matters and why. Where the idea was merged, the vote stands for the other one.").Needs(TokenScope.Write);
        ideas.MapDelete("/ideas/{number:long}/vote", TakeBack).Named("TakeVoteBack", "Takes one's vote back").Needs(TokenScope.Write);
        ideas.MapPost("/ideas/{number:long}/back-instead", Instead)
            .Named("BackInstead", "Backs an idea in the place of submitting one that says the same", "Backs an idea that says already what somebody was about to submit, and keeps what they had typed as a comment on it.").Needs(TokenScope.Write);
        ideas.MapPut("/ideas/{number:long}/follow", FollowIdea).Named("FollowIdea", "Says how much the member wants to hear of an idea").Needs(TokenScope.Write);
    }

    public static string Address(long number) => string.Create(CultureInfo.InvariantCulture, $"{ApiPath.V1}/ideas/{number}");

    private static async Task<Results<Created<Client.SubmittedIdea>, ApiProblem>> Submit(
        string board, Client.NewIdea idea, [FromHeader(Name = "Idempotency-Key")] string? key, SubmitIdea submit, CurrentActor current, CancellationToken cancel)
    {
        var once = Wire.Key(key);
        if (!once.Ok)
            return new ApiProblem(once.Problem);
        var tags = idea.Tags is null ? null : string.Join(",", idea.Tags);
        var done = await submit.Run(current.Actor, new SubmitIdea.Input(board, idea.Title, idea.Markdown, tags, once.Value), cancel);
        return done.Ok ? TypedResults.Created(Address(done.Value.Number), IdeaWire.Submitted(done.Value)) : new ApiProblem(done.Problem);
    }

    private static async Task<Results<Created<Client.WrittenPost>, ApiProblem>> Comment(
        long number, Client.NewPost post, [FromHeader(Name = "Idempotency-Key")] string? key, CommentOnIdea comment, CurrentActor current, CancellationToken cancel)
    {
        var once = Wire.Key(key);
        if (!once.Ok)
            return new ApiProblem(once.Problem);
        var done = await comment.Run(current.Actor, new CommentOnIdea.Input(number, post.Markdown, post.ReplyToNumber, once.Value), cancel);
        return done.Ok ? TypedResults.Created($"{ApiPath.V1}/posts/{done.Value.PostId.Id()}", IdeaWire.Comment(done.Value)) : new ApiProblem(done.Problem);
    }

    private static async Task<Results<Ok<Client.GivenVote>, ApiProblem>> Vote(long number, Client.WantedVote wanted, VoteForIdea vote, CurrentActor current, CancellationToken cancel)
    {
        Importance? importance = wanted.Importance is { } said ? SameName<Client.Importance, Importance>.Find(said) : null;
        if (importance is null && wanted.Importance is not null)
            return new ApiProblem(Problem.Invalid("importance", "vote-unknown"));
        return (await vote.Run(current.Actor, new VoteForIdea.Input(number, new VoteForIdea.Vote(importance, wanted.Reason)), cancel)).As(IdeaWire.Vote);
    }

    private static async Task<Results<NoContent, ApiProblem>> TakeBack(long number, VoteForIdea vote, CurrentActor current, CancellationToken cancel) =>
        (await vote.Run(current.Actor, new VoteForIdea.Input(number, null), cancel)).Nothing();

    private static async Task<Results<Ok<Client.BackedIdea>, ApiProblem>> Instead(
        long number, Client.UnsentIdea unsent, [FromHeader(Name = "Idempotency-Key")] string? key, BackInstead back, CurrentActor current, CancellationToken cancel)
    {
        var once = Wire.Key(key);
        if (!once.Ok)
            return new ApiProblem(once.Problem);
        return (await back.Run(current.Actor, new BackInstead.Input(number, unsent.Title, unsent.Markdown, once.Value), cancel))
            .As(backed => new Client.BackedIdea(IdeaWire.Vote(backed.Vote), backed.Comment is { } comment ? IdeaWire.Comment(comment) : null));
    }

    private static async Task<Results<NoContent, ApiProblem>> FollowIdea(long number, Client.WantedFollow wanted, ReadIdea ideas, SetFollow set, CurrentActor current, CancellationToken cancel)
    {
        // Before anything is looked for: whether it was found must not show in what is said of the level.
        if (SameName<Client.FollowLevel, FollowLevel>.Find(wanted.Level) is not { } level)
            return new ApiProblem(Problem.Invalid("level", "level-unknown"));
        var found = await ideas.Head(current.Actor, number, cancel);
        return found.Ok ? (await set.Run(current.Actor, new SetFollow.Input(FollowKind.Idea, found.Value.Id, level), cancel)).Nothing() : new ApiProblem(found.Problem);
    }
}
