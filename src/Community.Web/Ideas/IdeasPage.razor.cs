using Community.Ideas;
using Community.Ideas.Boards;
using Community.Ideas.Ranking;
using Community.Ideas.Votes;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Community.Web.Ideas;

public sealed partial class IdeasPage(
    ListIdeas ideas, ListBoards listBoards, ReadRoadmap roadmap, ReadBudget readBudget, CurrentActor current, TimeProvider time, NavigationManager navigation,
    IStringLocalizer<IdeasTexts> texts, IStringLocalizer<UiTexts> uiTexts)
{
    private const string MineValue = "mine";

    // The usual order has the plain address.
    private static readonly (IdeaSort Sort, string? Value)[] Sorts =
        [(IdeaSort.Hot, null), (IdeaSort.Top, "top"), (IdeaSort.New, "new"), (IdeaSort.Rate, "rate"), (IdeaSort.Discussed, "discussed"), (IdeaSort.Waiting, "waiting")];

    private static readonly (string Name, TopSpan? Span, string? Value)[] AllSpans =
        [("Week", TopSpan.Week, "week"), ("Month", TopSpan.Month, "month"), ("Year", TopSpan.Year, "year"), ("All", null, null)];

    private List<BoardView> boards = [];
    private BoardView? board;
    private BoardView? submitTo;
    private Page<IdeaSummary>? list;
    private AnswerClock? clock;
    private VoteBudget? budget;
    private IReadOnlyList<RoadmapLane> lanes = [];
    private IdeaStatus? status;
    private int ideaCount;

    [SupplyParameterFromQuery(Name = "board")]
    private string? BoardSlug { get; set; }

    [SupplyParameterFromQuery(Name = "tag")]
    private string? TagKey { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? SortValue { get; set; }

    [SupplyParameterFromQuery(Name = "span")]
    private string? SpanValue { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    private string? StatusValue { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    private CurrentActor Current => current;

    private IStringLocalizer<IdeasTexts> T => texts;

    private IStringLocalizer<UiTexts> U => uiTexts;

    private string Language => current.Language;

    private IdeaSort Sort => Sorts.FirstOrDefault(s => s.Value == SortValue).Sort;

    private bool IsMine => SortValue == MineValue;

    private static IEnumerable<(string Name, string? Value)> Spans => AllSpans.Select(s => (s.Name, s.Value));

    // One's own ideas are few.
    private string? TagOf(string? sort) => sort == MineValue ? null : TagKey;

    private IEnumerable<(string Key, string? Value)> Tabs => current.Actor.IsMember
        ? [.. Sorts.Select(s => (s.Sort.ToString(), s.Value)), ("Mine", MineValue)]
        : Sorts.Select(s => (s.Sort.ToString(), s.Value));

    private string? FeedHref => (board is null ? boards.Count > 0 : board.ReadAudience == Audience.Everyone) && TagKey is null ? board is null ? Links.IdeasFeed : Links.BoardFeed(board.Slug) : null;

    private string Title => board?.Name.In(Language) ?? texts["Ideas"];

    private string Lead => board is { Rules: { IsEmpty: false } rules } ? rules.In(Language) : texts["IdeasLead"];

    private string Address => Links.IdeaList(BoardSlug, SortValue, SpanValue, StatusValue, After, TagKey);

    private string? NextHref => list?.Next is { } next ? Links.IdeaList(BoardSlug, SortValue, SpanValue, StatusValue, next, TagKey) : null;

    private string EmptyKey => StatusValue is not null ? "NoneWithStatus" : IsMine ? "NoneMine" : Sort == IdeaSort.Waiting ? "NoneWaiting" : "NoIdeas";

    private string? Clock => clock?.Usually is { } usually ? texts.Plural("UsuallyAnswered", Math.Max(1, (int)Math.Ceiling(usually.TotalDays))) : null;

    protected override async Task OnInitializedAsync()
    {
        var cancel = Http.RequestAborted;
        boards = await listBoards.Run(current.Actor, cancel);
        board = boards.Find(b => b.Slug == BoardSlug);
        var read = await Read(cancel);
        if (read is not { Ok: true } || (BoardSlug is not null && board is null))
        {
            navigation.NotFound();
            return;
        }

        list = read.Value.Value;
        ideaCount = board?.IdeaCount ?? boards.Sum(b => b.IdeaCount);
        submitTo = (board is null ? boards : [board]).Find(b => IdeaRules.WhyNotSubmit(current.Actor, b, time.GetUtcNow()) is null);
        if ((board ?? (boards.Count == 1 ? boards[0] : null)) is { } one)
            clock = await listBoards.Clock(one, cancel);
        if ((board is null ? boards : [board]).Exists(b => b.HasBudget))
            budget = await readBudget.Run(current.Actor, cancel);
        lanes = await roadmap.Run(current.Actor, board?.Id, IdeasAside.LaneLength, cancel);
    }

    private async Task<Result<Page<IdeaSummary>>?> Read(CancellationToken cancel)
    {
        if (StatusValue is not null)
        {
            status = Links.StatusOf(StatusValue);
            return status is { } known && SortValue is null ? await ideas.With(current.Actor, known, board?.Id, After, cancel: cancel) : (Result<Page<IdeaSummary>>?)null;
        }

        if (IsMine)
            return await ideas.Mine(current.Actor, After, cancel: cancel);
        if (!Sorts.Any(s => s.Value == SortValue) || !AllSpans.Any(s => s.Value == SpanValue))
            return null;
        return await ideas.Open(current.Actor, new ListIdeas.Query(Sort, board?.Id, AllSpans.First(s => s.Value == SpanValue).Span, After, TagKey), cancel: cancel);
    }
}
