using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Community.Web.Ideas;

public sealed partial class NewIdeaPage(
    SubmitIdea submit, BackInstead backInstead, SimilarIdeaCards similar, SearchLimit limit, ListBoards listBoards, ReadDraft drafts, PrepareText prepare, TimeProvider time, IOptions<IdeaLimits> ideaLimits, IOptions<PostLimits> postLimits, IStringLocalizer<IdeasTexts> texts)
{
    private List<BoardView> boards = [];
    private BoardView? board;
    private bool maySubmit;
    private string? preview;
    private DraftView? found;
    private IReadOnlyList<IdeaSummary> similarIdeas = [];

    /// <summary>The address of a board; the first that takes ideas where it is not said.</summary>
    [SupplyParameterFromQuery(Name = "board")]
    private string? BoardSlug { get; set; }

    /// <summary>Made with the form, so that sending it twice submits one idea.</summary>
    [SupplyParameterFromForm(Name = "key")]
    private Guid Key { get; set; }

    [SupplyParameterFromForm(Name = "title")]
    private string? Title { get; set; }

    [SupplyParameterFromForm(Name = "body")]
    private string? Body { get; set; }

    [SupplyParameterFromForm(Name = "tags")]
    private string? Tags { get; set; }

    /// <summary>The sequence of the draft that the form goes on with.</summary>
    [SupplyParameterFromForm(Name = "draft")]
    private long? Draft { get; set; }

    [SupplyParameterFromQuery(Name = Links.DraftStep)]
    private string? DraftStep { get; set; }

    [SupplyParameterFromForm(Name = "step")]
    private string? Step { get; set; }

    /// <summary>The number of an idea to back instead of submitting this one.</summary>
    [SupplyParameterFromForm(Name = "instead")]
    private long? Instead { get; set; }

    private DraftPlace Place => DraftPlace.Idea(board!.Id);

    private bool IsSent => HttpMethods.IsPost(Http.Request.Method);

    private IStringLocalizer<IdeasTexts> T => texts;

    protected override async Task OnInitializedAsync()
    {
        if (Key == Guid.Empty)
            Key = Guid.NewGuid();
        var all = await listBoards.Run(Actor, Cancel);
        boards = all.FindAll(b => IdeaRules.WhyNotSubmit(Actor, b, time.GetUtcNow()) is null);
        board = BoardSlug is null ? boards.Concat(all).FirstOrDefault() : all.Find(b => b.Slug == BoardSlug);
        if (board is null)
        {
            NotFound();
            return;
        }

        var whyNot = IdeaRules.WhyNotSubmit(Actor, board, time.GetUtcNow());
        // Whoever lost the right while writing keeps what they wrote.
        maySubmit = whyNot is null || IsSent;
        if (whyNot is not null)
            Refuse(whyNot);
        if (!IsSent && maySubmit)
            await LookForDraft();
        if (whyNot is null && !string.IsNullOrEmpty(Title) && limit.WhyNotSuggest(Actor, Http.Connection.RemoteIpAddress) is null)
            similarIdeas = await similar.To(Actor, Title, Cancel);
    }

    private async Task LookForDraft()
    {
        found = await drafts.Run(Actor, Place, Cancel);
        if (found is null || DraftStep != Links.ContinueDraft)
            return;
        (Title, Body, Tags, Draft) = (found.Text.Title, found.Text.Body, found.Text.Tags, found.Sequence);
        found = null;
    }

    private async Task Submit()
    {
        if (Instead is { } number)
        {
            var backed = await backInstead.Run(Actor, new BackInstead.Input(number, Title, Body, Key, board!.Id, Draft ?? 0), Cancel);
            if (backed.Ok)
                GoTo(backed.Value.Comment is { } comment ? Links.Post(comment.PostId) : Links.Idea(backed.Value.Vote.IdeaNumber));
            else
                Refuse(backed.Problem);
            return;
        }

        if (Step == "preview")
        {
            var shown = await prepare.Preview(Actor, Body, Cancel);
            if (shown.Ok)
                preview = shown.Value.Html;
            else
                Refuse(shown.Problem);
            return;
        }

        var sent = await submit.Run(Actor, new SubmitIdea.Input(board!.Slug, Title, Body, Tags, Key, Draft ?? 0), Cancel);
        if (sent.Ok)
            GoTo(Links.Idea(sent.Value.Number, sent.Value.Slug));
        else
            Refuse(sent.Problem);
    }
}
