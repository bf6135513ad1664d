using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Boards;

/// <summary>A place for ideas on the first day, where there is none yet.</summary>
internal sealed class FirstBoard(Ids ids) : IHandle<CommunityFounded>
{
    private const int Amber = 2;
    private const int TwoWeeks = 14;

    public async Task Handle(CommunityFounded happened, CommunityDb db, CancellationToken cancel)
    {
        if (await db.IdeaBoards.AnyAsync(cancel))
            return;
        db.IdeaBoards.Add(new IdeaBoard
        {
            Id = ids.Next(),
            Slug = "ideas",
            Name = new LocalizedText("アイデア", "Ideas"),
            Rules = new LocalizedText("ひとつの投稿にひとつの願いを。まず似たアイデアがないか探してみてください。", "One wish an idea. Look first whether somebody has wished for it already."),
            Hue = Amber,
            Order = 1,
            Statuses = IdeaStatuses.OfBoards,
            HasBudget = true,
            AnswerDays = TwoWeeks,
        });
    }
}
