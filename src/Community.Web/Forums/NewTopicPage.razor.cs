using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Forums;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Community.Web.Forums;

public sealed partial class NewTopicPage(
    StartTopic start, ReadStartForm forums, ReadDraft drafts, PrepareText prepare, IOptions<ForumLimits> forumLimits, IOptions<PostLimits> postLimits, IStringLocalizer<ForumsTexts> texts)
{
    private ReadStartForm.Form? forum;
    private bool mayStart;
    private string? preview;
    private DraftView? found;

    [Parameter]
    public string Slug { get; set; } = "";

    /// <summary>Made with the form, so that sending it twice starts one topic.</summary>
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

    private DraftPlace Place => DraftPlace.Topic(forum!.Id);

    private bool IsSent => HttpMethods.IsPost(Http.Request.Method);

    private IStringLocalizer<ForumsTexts> T => texts;

    protected override async Task OnInitializedAsync()
    {
        if (Key == Guid.Empty)
            Key = Guid.NewGuid();
        var opened = await forums.Run(Actor, Slug, Cancel);
        if (!opened.Ok)
        {
            NotFound();
            return;
        }

        forum = opened.Value;
        // Whoever lost the right while writing keeps what they wrote.
        mayStart = forum.WhyNot is null || IsSent;
        if (forum.WhyNot is { } problem)
            Refuse(problem);
        if (!IsSent && mayStart)
            await LookForDraft();
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
        if (Step == "preview")
        {
            var shown = await prepare.Preview(Actor, Body, Cancel);
            if (shown.Ok)
                preview = shown.Value.Html;
            else
                Refuse(shown.Problem);
            return;
        }

        var started = await start.Run(Actor, new StartTopic.Input(Slug, Title, Body, Tags, Key, Draft ?? 0), Cancel);
        if (started.Ok)
            GoTo(Links.Topic(started.Value.Number, started.Value.Slug));
        else
            Refuse(started.Problem);
    }
}
