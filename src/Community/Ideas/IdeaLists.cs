using Community.Data;
using Community.Discussions;
using Community.Ideas.Boards;
using Community.Ideas.Votes;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>What every list of ideas has in common: the order, the stretch after a cursor, and the card of an idea.</summary>
internal static class IdeaLists
{
    private const int WordsLength = 600;

    /// <summary>The ideas after the cursor in the order, along its index. For <see cref="IdeaSort.Hot"/> those that nobody backs come in a stretch of their own.</summary>
    public static IQueryable<Idea> In(this IQueryable<Idea> ideas, IdeaSort sort, Cursor? after)
    {
        // A count as the column has it: compared as anything longer, the index would not lead there.
        var (id, number, key) = (after?.Id ?? long.MaxValue, after?.Number, Count(after));
        return sort switch
        {
            IdeaSort.Hot => (after is null ? ideas.Where(i => i.Hot != null) : ideas.Where(i => i.Hot <= number && (i.Hot < number || i.Id < id)))
                .OrderByDescending(i => i.Hot).ThenByDescending(i => i.Id),
            IdeaSort.Top => (after is null ? ideas : ideas.Where(i => i.BackerCount <= key && (i.BackerCount < key || i.Id < id)))
                .OrderByDescending(i => i.BackerCount).ThenByDescending(i => i.Id),
            IdeaSort.Discussed => (after is null ? ideas : ideas.Where(i => i.CommentCount <= key && (i.CommentCount < key || i.Id < id)))
                .OrderByDescending(i => i.CommentCount).ThenByDescending(i => i.Id),
            IdeaSort.Rate => (after is null ? ideas : ideas.Where(i => i.Rate <= number && (i.Rate < number || i.Id < id)))
                .OrderByDescending(i => i.Rate).ThenByDescending(i => i.Id),
            IdeaSort.Waiting => (after is null ? ideas : ideas.Where(i => i.Id > id)).Where(i => i.AnsweredAt == null).OrderBy(i => i.Id),
            _ => (after is null ? ideas : ideas.Where(i => i.Id < id)).OrderByDescending(i => i.Id),
        };
    }

    /// <summary>The count that a cursor stands at.</summary>
    public static int Count(Cursor? after) => (int)Math.Clamp(after?.Key ?? 0, 0, int.MaxValue);

    public static async Task<Page<IdeaSummary>> PageOf(this CommunityDb db, IQueryable<Idea> ideas, IdeaSort sort, Cursor? after, int size, CancellationToken cancel)
    {
        var rows = new List<IdeaSummary>();
        if (sort != IdeaSort.Hot || after is not { Key: null })
            rows.AddRange(await db.Cards(ideas.In(sort, after).Take(size + 1)).ToListAsync(cancel));
        if (sort == IdeaSort.Hot && rows.Count <= size)
        {
            var cold = after is { Key: null } rest ? ideas.Where(i => i.Id < rest.Id) : ideas;
            rows.AddRange(await db.Cards(cold.Where(i => i.Hot == null).OrderByDescending(i => i.Id).Take(size + 1 - rows.Count)).ToListAsync(cancel));
        }

        return Page<IdeaSummary>.Of(rows, size, last => sort switch
        {
            IdeaSort.Hot => Cursor.Of(last.Hot, last.Id),
            IdeaSort.Rate => Cursor.Of(last.Rate, last.Id),
            IdeaSort.Top => new Cursor(last.BackerCount, last.Id),
            IdeaSort.Discussed => new Cursor(last.CommentCount, last.Id),
            _ => new Cursor(null, last.Id),
        });
    }

    public static IQueryable<IdeaSummary> Cards(this CommunityDb db, IQueryable<Idea> ideas) =>
        from idea in ideas
        join board in db.IdeaBoards on idea.BoardId equals board.Id
        join author in db.Members on idea.AuthorId equals author.Id
        join discussion in db.Discussions on idea.Id equals discussion.Id
        join post in db.Posts.Where(p => p.Number == 1) on idea.Id equals post.DiscussionId into openings
        from opening in openings.DefaultIfEmpty()
        select new IdeaSummary
        {
            Id = idea.Id,
            Number = idea.Number,
            Title = idea.Title,
            Slug = idea.Slug,
            Language = idea.Language,
            Board = new BoardSummary(board.Id, board.Slug, board.Name, board.Hue),
            BoardStanding = new BoardStanding(board.ReadAudience, board.SubmitAudience, board.IsArchived, board.ShowsBackers),
            Author = new MemberSummary(author.Id, author.Handle, author.DisplayName, author.Role, author.State),
            CreatedAt = idea.CreatedAt,
            State = idea.State,
            Audience = idea.Audience,
            Status = idea.Status,
            StatusAt = idea.StatusAt,
            BackerCount = idea.BackerCount,
            CommentCount = idea.CommentCount,
            SeenCount = idea.SeenCount,
            Hot = idea.Hot,
            Rate = idea.Rate,
            AnsweredAt = idea.AnsweredAt,
            LastPostAt = idea.LastPostAt,
            ChangeNumber = discussion.ChangeNumber,
            AnswerDays = board.AnswerDays,
            HasBudget = board.HasBudget,
            Words = opening == null || opening.State != PostState.Visible ? "" : opening.Html.Length > WordsLength ? opening.Html.Substring(0, WordsLength) : opening.Html,
        };

    /// <summary>The cards with their tags and, for a member, what they back: one query each for the whole page.</summary>
    public static async Task<IReadOnlyList<IdeaSummary>> Complete(this CommunityDb db, Actor actor, IReadOnlyList<IdeaSummary> cards, CancellationToken cancel)
    {
        if (cards.Count == 0)
            return cards;
        var ids = cards.Select(c => c.Id).Distinct().ToList();
        var tagged = await db.DiscussionTags.Where(t => ids.Contains(t.DiscussionId))
            .Join(db.Tags, t => t.TagId, t => t.Id, (t, tag) => new { t.DiscussionId, t.Order, Tag = new TagSummary(tag.Name, tag.Key, tag.Count) })
            .ToListAsync(cancel);
        var tags = tagged.OrderBy(t => t.Order).ToLookup(t => t.DiscussionId, t => t.Tag);
        var backed = await Backed(db, actor, ids, cancel);
        return [.. cards.Select(c => c with
        {
            Tags = [.. tags[c.Id]],
            IsBacked = backed.ContainsKey(c.Id),
            IsWaiting = backed.GetValueOrDefault(c.Id).IsWaiting,
            Importance = backed.GetValueOrDefault(c.Id).Importance,
        })];
    }

    // Through any idea that was merged into one of them as well.
    private static async Task<Dictionary<long, (Importance? Importance, bool IsWaiting)>> Backed(CommunityDb db, Actor actor, List<long> ids, CancellationToken cancel)
    {
        if (actor.MemberId is not { } me)
            return [];
        var votes = await db.IdeaVotes.Where(v => v.MemberId == me && v.UndoneAt == null)
            .Join(db.Ideas.Where(i => ids.Contains(i.Id) || (i.MergedIntoId != null && ids.Contains(i.MergedIntoId.Value))), v => v.IdeaId, i => i.Id, (v, i) => new { Id = i.MergedIntoId ?? i.Id, v.Since, v.Importance, IsWaiting = v.CountedAt == null })
            .ToListAsync(cancel);
        return votes.GroupBy(v => v.Id).ToDictionary(g => g.Key, g => g.MinBy(v => v.Since) is var first ? (first!.Importance, first.IsWaiting) : default);
    }
}
