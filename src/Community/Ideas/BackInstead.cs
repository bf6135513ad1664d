using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Ideas.Votes;
using Community.Shared;

namespace Community.Ideas;

/// <summary>Backs an idea that says already what somebody was about to submit, and keeps what they had typed as a comment on it.</summary>
public sealed class BackInstead(CommunityData data, PrepareText prepare, VoteForIdea vote, CommentOnIdea comment, TimeProvider time)
{
    /// <param name="IdeaNumber">The idea to back; one that was merged stands for what it was merged into.</param>
    /// <param name="Title">What was typed as the title.</param>
    /// <param name="Body">What was typed as the text.</param>
    /// <param name="Key">Made by the client: the same key again writes no second comment.</param>
    /// <param name="BoardId">Where it would have been submitted: the draft kept there ends.</param>
    /// <param name="Draft">The sequence of that draft; 0 where there was none.</param>
    public sealed record Input(long IdeaNumber, string? Title, string? Body, Guid Key, long? BoardId = null, long Draft = 0);

    /// <param name="Vote">Where the vote stands.</param>
    /// <param name="Comment">Null where too little was typed to be a comment.</param>
    public sealed record Backed(VoteForIdea.Voted Vote, CommentOnIdea.Posted? Comment);

    public async Task<Result<Backed>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.WhyNotTakePart(time.GetUtcNow()) is { } reader)
            return reader;
        var typed = string.Join("\n\n", new[] { input.Title, input.Body }.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()));
        var text = await prepare.Run(actor, Author.Of(actor), typed, cancel: cancel);
        // A word or two is no comment; what is too long is not cut.
        if (text.Problem is { } problem && problem.Code != "body-too-short" && problem.Code != "body-too-uniform")
            return problem;
        return await data.WriteBeside<Backed>(
            async db =>
            {
                await db.HoldMembers([actor.MemberId!.Value], cancel);
                var voted = await vote.Within(db, actor, new(input.IdeaNumber, new()), cancel);
                if (voted.Problem is { } refused)
                    return refused;
                if (input.BoardId is { } board)
                    await db.EndDraft(actor.MemberId!.Value, DraftPlace.Idea(board), input.Key, input.Draft, cancel);
                if (!text.Ok)
                    return new Backed(voted.Value!, null);
                var said = await comment.Within(db, actor, new(voted.Value!.IdeaNumber, typed, null, input.Key), text.Value, cancel);
                return said.Problem is { } unsaid ? unsaid : new Backed(voted.Value, said.Value);
            },
            cancel);
    }
}
