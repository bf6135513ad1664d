using System.Globalization;
using Community.Discussions;
using Community.Discussions.Drafts;
using Community.Discussions.Reading;
using Community.Ideas;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Community.Web.Ideas;

public sealed partial class IdeaPage(
    ReadIdea ideas, CommentOnIdea comment, IOptions<PostLimits> limits, IOptions<ReadingLimits> reading, CurrentActor current, TimeProvider time, NavigationManager navigation,
    IStringLocalizer<IdeasTexts> texts, IStringLocalizer<UiTexts> uiTexts)
{
    private const int DescriptionLength = 160;

    private IdeaView? view;
    private PostReader? reader;

    [Parameter]
    public long Number { get; set; }

    [Parameter]
    public string? Slug { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    /// <summary>The number of a comment, wherever it stands.</summary>
    [SupplyParameterFromQuery(Name = PageAddress.Jump)]
    private string? JumpTo { get; set; }

    /// <summary>For <see cref="ReplyForm"/>, as is <see cref="Quote"/>.</summary>
    [SupplyParameterFromQuery]
    private string? Reply { get; set; }

    [SupplyParameterFromQuery]
    private string? Quote { get; set; }

    [SupplyParameterFromQuery]
    private string? Draft { get; set; }

    [SupplyParameterFromQuery]
    private string? React { get; set; }

    [SupplyParameterFromQuery]
    private string? Remove { get; set; }

    [SupplyParameterFromQuery]
    private string? Moderate { get; set; }

    /// <summary>What the team has just done: see <see cref="Decided"/>.</summary>
    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromQuery]
    private string? Of { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    private IStringLocalizer<IdeasTexts> T => texts;

    private IStringLocalizer<UiTexts> U => uiTexts;

    // One page has one address: "01", "+1" or nothing readable is none of them.
    private int Page => PageText is null ? 1 : int.TryParse(PageText, out var page) && page.ToString(CultureInfo.InvariantCulture) == PageText ? page : 0;

    private string PageTitle => Page == 1 ? view!.Head.Title : texts["TitleOnPage", view!.Head.Title, Page];

    private string? About => view!.Posts.FirstOrDefault(p => p.IsShown && p.IsVisible) is { } first ? Snippet.Of(first.Html, DescriptionLength) : null;

    private IReadOnlyList<(string, string)> Trail => [(texts["Ideas"], Links.Ideas), (view!.Head.Board.Name.In(current.Language), Links.IdeaList(view.Head.Board.Slug))];

    // What somebody sent stands in the form again under what the server has to say about it, whatever happened meanwhile.
    private bool IsWriting => (current.Actor.IsMember && HttpMethods.IsPost(Http.Request.Method)) || (reader!.CanReply && (Reply ?? Quote ?? Draft) is not null);

    protected override async Task OnInitializedAsync()
    {
        var read = (await ideas.Run(current.Actor, Number, Page, Http.RequestAborted)).Value;
        if (read is not { Head: var head })
        {
            navigation.NotFound();
            return;
        }

        // For now, not for ever: it can be unmerged.
        if (head.MergedInto is { } target)
        {
            Http.Response.Redirect(Links.Idea(target.Number, target.Slug));
            return;
        }

        if (Slug != head.Slug)
        {
            Http.Response.Redirect(SameUnder(head.Slug), permanent: true);
            return;
        }

        if (QueryNumber.Int(JumpTo) is { } number)
        {
            Http.Response.Redirect(Links.IdeaPost(head.Number, head.Slug, Math.Clamp(number, 1, Math.Max(1, head.LastNumber))));
            return;
        }

        reader = IdeaReading.ReaderOf(current, read, limits.Value, time.GetUtcNow()) with
        {
            Reacting = QueryNumber.Int(React),
            Removing = QueryNumber.Int(Remove),
            Moderating = QueryNumber.Int(Moderate),
        };
        view = read;
    }

    private async Task<Result<int>> Comment(string? body, int? to, Guid key, CancellationToken cancel)
    {
        var said = await comment.Run(current.Actor, new CommentOnIdea.Input(Number, body, to, key, DraftQueries.Whichever), cancel);
        return said.Ok ? said.Value.Number : said.Problem;
    }

    private string SameUnder(string slug) => Links.With(
        Links.Idea(Number, slug), ("page", PageText), (PageAddress.Jump, JumpTo), ("reply", Reply), ("quote", Quote), (Links.DraftStep, Draft), ("react", React), ("remove", Remove), ("moderate", Moderate), ("done", Done), ("of", Of));

    private string Href(int page) => Links.Idea(view!.Head.Number, view.Head.Slug, page);
}
