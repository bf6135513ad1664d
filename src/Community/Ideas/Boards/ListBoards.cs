using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Boards;

/// <summary>A board as a place to name.</summary>
public sealed record BoardSummary(long Id, string Slug, LocalizedText Name, int Hue);

public sealed record BoardView
{
    public required long Id { get; init; }

    public required string Slug { get; init; }

    public required LocalizedText Name { get; init; }

    public required LocalizedText Rules { get; init; }

    public required int Hue { get; init; }

    public required string ReadAudience { get; init; }

    public required string SubmitAudience { get; init; }

    public required IReadOnlyList<IdeaStatus> Statuses { get; init; }

    public required bool HasBudget { get; init; }

    public required bool ShowsBackers { get; init; }

    public required bool ReviewsFirst { get; init; }

    public required int? AnswerDays { get; init; }

    public required bool IsArchived { get; init; }

    public required int IdeaCount { get; init; }

    public BoardSummary Summary => new(Id, Slug, Name, Hue);

    public BoardSettings Settings => new(Slug, Name, Rules, Hue, ReadAudience, SubmitAudience, Statuses, HasBudget, ShowsBackers, ReviewsFirst, AnswerDays);

    public static implicit operator BoardStanding(BoardView board) => new(board.ReadAudience, board.SubmitAudience, board.IsArchived, board.ShowsBackers);
}

/// <summary>How soon a board's ideas are answered.</summary>
/// <param name="Usually">The median from an idea to its first official answer, over the last ones answered; null where too few were.</param>
/// <param name="Waiting">Open ideas without an answer.</param>
/// <param name="Overdue">Those of them that wait longer than the board promises.</param>
public sealed record AnswerClock(TimeSpan? Usually, int Waiting, int Overdue);

public sealed class ListBoards(CommunityData data, TimeProvider time)
{
    // With fewer a median is one person's luck; more would speak of a team that is no longer there.
    private const int FewestAnswered = 5;
    private const int LastAnswered = 50;

    /// <summary>The boards that the actor may read, in their order.</summary>
    public Task<List<BoardView>> Run(Actor actor, CancellationToken cancel = default) => data.Read(
        db => db.IdeaBoards.VisibleTo(actor).OrderBy(b => b.Order).ThenBy(b => b.Id).Select(b => new BoardView
        {
            Id = b.Id,
            Slug = b.Slug,
            Name = b.Name,
            Rules = b.Rules,
            Hue = b.Hue,
            ReadAudience = b.ReadAudience,
            SubmitAudience = b.SubmitAudience,
            Statuses = b.Statuses,
            HasBudget = b.HasBudget,
            ShowsBackers = b.ShowsBackers,
            ReviewsFirst = b.ReviewsFirst,
            AnswerDays = b.AnswerDays,
            IsArchived = b.IsArchived,
            IdeaCount = b.IdeaCount,
        }).ToListAsync(cancel),
        cancel);

    /// <summary>One board by its address.</summary>
    public async Task<Result<BoardView>> Find(Actor actor, string slug, CancellationToken cancel = default) =>
        (await Run(actor, cancel)).Find(b => b.Slug == slug) is { } board ? board : Problem.NotFound();

    /// <summary>The clock of a board that the caller knows the actor to read.</summary>
    public Task<AnswerClock> Clock(BoardView board, CancellationToken cancel = default) => data.Read(
        async db =>
        {
            var answered = await db.Ideas.Where(i => i.BoardId == board.Id && i.AnsweredAt != null).OrderByDescending(i => i.AnsweredAt).Take(LastAnswered)
                .Select(i => new { i.CreatedAt, AnsweredAt = i.AnsweredAt!.Value }).ToListAsync(cancel);
            var waiting = db.Ideas.Where(i => i.BoardId == board.Id && i.IsOpen && i.AnsweredAt == null);
            var due = board.AnswerDays is { } days ? time.GetUtcNow() - TimeSpan.FromDays(days) : DateTimeOffset.MinValue;
            return new AnswerClock(
                answered.Count < FewestAnswered ? null : Median([.. answered.Select(a => a.AnsweredAt - a.CreatedAt).Order()]),
                await waiting.CountAsync(cancel),
                board.AnswerDays is null ? 0 : await waiting.CountAsync(i => i.CreatedAt < due, cancel));
        },
        cancel);

    private static TimeSpan Median(List<TimeSpan> waits) => (waits[(waits.Count - 1) / 2] + waits[waits.Count / 2]) / 2;
}
