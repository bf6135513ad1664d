using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Community.Web.Discussions;

public sealed partial class EditPostPage(
    EditPost edit, ReadPostForEdit posts, ReadDraft drafts, PrepareText prepare, IOptions<PostLimits> limits, IStringLocalizer<DiscussionsTexts> texts)
{
    private PostForEdit? post;
    private string? preview;
    private string? theirs;
    private DraftView? found;

    [Parameter]
    public long Id { get; set; }

    /// <summary>The version of the text that this edit started from.</summary>
    [SupplyParameterFromForm(Name = "version")]
    private int Version { get; set; }

    /// <summary>Made with the form; its drafts carry it.</summary>
    [SupplyParameterFromForm(Name = "key")]
    private Guid Key { get; set; }

    /// <summary>The sequence of the draft that the form goes on with.</summary>
    [SupplyParameterFromForm(Name = "draft")]
    private long? Draft { get; set; }

    [SupplyParameterFromQuery(Name = Links.DraftStep)]
    private string? DraftStep { get; set; }

    [SupplyParameterFromForm(Name = "title")]
    private string? Title { get; set; }

    [SupplyParameterFromForm(Name = "body")]
    private string? Body { get; set; }

    [SupplyParameterFromForm(Name = "tags")]
    private string? Tags { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    private string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "step")]
    private string? Step { get; set; }

    private IStringLocalizer<DiscussionsTexts> T => texts;

    protected override async Task OnInitializedAsync()
    {
        if (Key == Guid.Empty)
            Key = Guid.NewGuid();
        var opened = await posts.Run(Actor, Id, Cancel);
        if (opened.Problem is { } problem)
        {
            // Whoever lost the right while writing keeps what they wrote.
            if (Body is not null && problem.Kind != ProblemKind.NotFound)
            {
                Refuse(problem);
                return;
            }

            Http.Features.Set(problem);
            NotFound();
            return;
        }

        post = opened.Value!;
        if (Version > 0)
            return;
        (Version, Title, Body, Tags) = (post.Version, post.Title, post.Body, post.Tags);
        if (!HttpMethods.IsPost(Http.Request.Method))
            await LookForDraft(post);
    }

    // It began from the version that it says; where that is old by now, saving shows what has changed since.
    private async Task LookForDraft(PostForEdit now)
    {
        found = await drafts.Run(Actor, DraftPlace.Edit(Id), Cancel);
        if (found is null || DraftStep != Links.ContinueDraft)
            return;
        (Version, Body, Reason, Draft) = (found.Text.Version ?? now.Version, found.Text.Body, found.Text.Reason, found.Sequence);
        if (now.Title is not null)
            (Title, Tags) = (found.Text.Title, found.Text.Tags);
        found = null;
    }

    private async Task Submit()
    {
        if (post is null)
            return;
        if (Step == "preview")
        {
            var shown = await prepare.Preview(Actor, Body, Cancel);
            if (shown.Ok)
                preview = shown.Value.Html;
            else
                Refuse(shown.Problem);
            return;
        }

        var done = await edit.Run(Actor, new EditPost.Input(Id, Version, Body, Title, Tags, Reason, Key, Draft ?? 0), Cancel);
        if (done.Ok)
        {
            GoTo(Links.Post(Id));
            return;
        }

        Refuse(done.Problem);
        if (done.Problem.Kind == ProblemKind.Conflict && done.Problem.Args is { } stands)
        {
            // Saving again is then a decision: it starts from what stands there now.
            theirs = (string)stands["body"];
            Version = (int)stands["version"];
        }
    }
}
