using Community.Data;
using Community.Discussions;
using Community.Ideas.Boards;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>An idea with what every act on it needs, tracked.</summary>
internal sealed record IdeaRow(Idea Idea, Discussion Discussion, IdeaBoard Board)
{
    // Said here: a compiled query keeps for ever what its first context wanted.
    private static readonly Func<CommunityDb, long, Task<IdeaRow?>> ByNumber = EF.CompileAsyncQuery((CommunityDb db, long number) =>
        (from idea in db.Ideas.AsTracking()
         where idea.Number == number
         join discussion in db.Discussions on idea.Id equals discussion.Id
         join board in db.IdeaBoards on idea.BoardId equals board.Id
         select new IdeaRow(idea, discussion, board)).FirstOrDefault());

    private static readonly Func<CommunityDb, long, Task<Told?>> ToldAs = EF.CompileAsyncQuery((CommunityDb db, long number) =>
        (from idea in db.Ideas.AsNoTracking()
         where idea.Number == number
         join standing in db.Ideas on idea.MergedIntoId ?? idea.Id equals standing.Id
         select new Told(standing.Id, standing.Number, db.Ideas.Any(s => s.MergedIntoId == standing.Id))).FirstOrDefault());

    public static Task<IdeaRow?> Find(CommunityDb db, long number) => ByNumber(db, number);

    /// <summary>The same, or what it was merged into.</summary>
    public static async Task<IdeaRow?> FindStanding(CommunityDb db, long number) => await ToldAs(db, number) is { } told ? await ByNumber(db, told.Number) : null;

    /// <summary>
    /// Holds an idea and what is told together with it, for acts that write beside others. Merging is an act that writes alone, so
    /// who belongs together stays as it is meanwhile.
    /// </summary>
    /// <returns>The standing idea and the ids, its own first; null where there is no such idea.</returns>
    public static async Task<(IdeaRow Row, IReadOnlyList<long> Group)?> HoldGroup(CommunityDb db, long number, CancellationToken cancel)
    {
        if (await ToldAs(db, number) is not { } told)
            return null;
        IReadOnlyList<long> group = told.HasMerged ? await db.GroupOf(told.Id, cancel) : [told.Id];
        await db.Hold(db.Discussions.Where(d => group.Contains(d.Id)).OrderBy(d => d.Id).Select(d => d.Id), cancel);
        return ((await ByNumber(db, told.Number))!, group);
    }

    /// <param name="Id">Of the idea that it is told as.</param>
    /// <param name="Number">The same, as the address has it.</param>
    /// <param name="HasMerged">Whether others are merged into that.</param>
    private sealed record Told(long Id, long Number, bool HasMerged);
}
