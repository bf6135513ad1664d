using Community.Discussions;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Ideas.Merging;
using Community.Ideas.Votes;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Ideas;

/// <summary>The site with a board for everybody and one for the staff, and short ways to wish, vote and answer.</summary>
internal static class IdeaSite
{
    public const string Board = "wishes";
    public const string StaffBoard = "staff-wishes";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SubmitIdea.Submitted> Idea(this ReadingSite site, Actor by, string title = "A tin that opens without a tool", string? tags = null, string board = Board)
    {
        await site.OpenBoards();
        return ReadingSite.Must(await site.Get<SubmitIdea>().Run(by, new SubmitIdea.Input(board, title, $"Mine needs a knife. {Guid.NewGuid()}", tags, Guid.NewGuid()), Cancel));
    }

    public static async Task OpenBoards(this ReadingSite site)
    {
        if (await site.Read(db => db.IdeaBoards.AnyAsync(b => b.Slug == Board)))
            return;
        await site.Arrange(db => db.IdeaBoards.AddRange(
            new IdeaBoard { Id = 91, Slug = Board, Name = new LocalizedText("願い", "Wishes"), Statuses = IdeaStatuses.OfBoards },
            new IdeaBoard { Id = 92, Slug = StaffBoard, Name = new LocalizedText("控え", "Staff wishes"), Statuses = IdeaStatuses.OfBoards, ReadAudience = Audience.Staff, SubmitAudience = Audience.Staff }));
    }

    public static async Task Backs(this ReadingSite site, Actor by, long idea) =>
        ReadingSite.Must(await site.Get<VoteForIdea>().Run(by, new VoteForIdea.Input(idea, new VoteForIdea.Vote()), Cancel));

    public static async Task Comments(this ReadingSite site, Actor by, long idea, string? body = null) =>
        ReadingSite.Must(await site.Get<CommentOnIdea>().Run(by, new CommentOnIdea.Input(idea, body ?? $"So does mine. {Guid.NewGuid()}", null, Guid.NewGuid()), Cancel));

    public static async Task Answers(this ReadingSite site, long idea, IdeaStatus to, string? text) =>
        ReadingSite.Must(await site.Get<SetIdeaStatus>().Run(site.Moderator, new SetIdeaStatus.Input(idea, to, text, Guid.NewGuid()), Cancel));

    public static async Task Merges(this ReadingSite site, long source, long target) =>
        ReadingSite.Must(await site.Get<MergeIdeas>().Run(site.Moderator, new MergeIdeas.Input(source, target), Cancel));

    public static async Task Retitles(this ReadingSite site, Actor author, long idea, string title)
    {
        var opening = await site.Read(db => db.Posts.Where(p => p.Number == 1 && db.Ideas.Any(i => i.Number == idea && i.Id == p.DiscussionId)).Select(p => p.Id).SingleAsync());
        ReadingSite.Must(await site.Get<EditPost>().Run(author, new EditPost.Input(opening, 1, "It says something quite different now.", title), Cancel));
    }
}
