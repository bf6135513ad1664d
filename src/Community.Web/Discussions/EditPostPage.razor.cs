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
    EditPost edit, ReadPostForEdit posts, ReadEditConflict conflicts, ReadDraft drafts, PrepareText prepare, IOptions<PostLimits> limits, IStringLocalizer<DiscussionsTexts> texts)
{
    private const string FormId = "edit";
    private PostForEdit? post;
    private string? preview;
    private Weighing? weighing;
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

    /// <summary>What stood there when the edit began.</summary>
    [SupplyParameterFromForm(Name = "began")]
    private string? Began { get; set; }

    /// <summary>What was to be saved when it turned out that somebody else had changed the post; as it was before anything was put together.</summary>
    [SupplyParameterFromForm(Name = "mine")]
    private string? Mine { get; set; }

    /// <summary>The version that the form shows beside it; none while nobody else changed anything.</summary>
    [SupplyParameterFromForm(Name = "against")]
    private int Against { get; set; }

    /// <summary>The choices that the text in the form was put together by.</summary>
    [SupplyParameterFromForm(Name = "chosen")]
    private string? Chosen { get; set; }

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
        Began = EditedText.Of(post).Write();
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
        if (Version != now.Version)
            Began = null;
        if (now.Title is not null)
            (Title, Tags) = (found.Text.Title, found.Text.Tags);
        found = null;
    }

    private async Task Submit()
    {
        if (post is null)
            return;
        if (Against > 0 && await Weigh(EditedText.Read(Mine) ?? Typed, Against) && Step is not ("save" or "preview"))
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

        if (weighing is { IsOpen: true })
        {
            Refuse(Problem.Conflict("merge-undecided"));
            return;
        }

        var done = await edit.Run(Actor, new EditPost.Input(Id, weighing?.Found.Now.Version ?? Version, Body, Title, Tags, Reason, Key, Draft ?? 0), Cancel);
        if (done.Ok)
        {
            GoTo(Links.Post(Id));
            return;
        }

        Refuse(done.Problem);
        if (done.Problem.Code == PostForEdit.ConflictCode)
            await Weigh(Typed, 0);
    }

    // What leaves no trace is a slip, which only its author mends: whoever changes somebody else's post is in the history.
    private string ChangedBy(Editor? by) => by is null ? T[post!.IsOwn ? "ChangedByYou" : "ChangedBySomebody"] : by.Handle == Actor.Handle ? T["ChangedByYou"] : T["ChangedBy", by.Name];

    private EditedText Typed => new(post!.Title is null ? null : Title, post.Title is null ? null : Tags, (Body ?? "").ReplaceLineEndings("\n"));

    // A text that came by import may be longer than the limit.
    private bool IsBeyond(EditedText text, string now) =>
        (text.Title?.Length ?? 0) + (text.Tags?.Length ?? 0) + text.Body.Length > 2 * Math.Max(limits.Value.MaxBody, now.Length);

    /// <summary>Puts what was to be saved beside what stands there now; the text in the form becomes what follows from the choices.</summary>
    /// <param name="mine">What was to be saved.</param>
    /// <param name="against">The version that the choices were made about; 0 where none were.</param>
    /// <returns>Whether there is something to weigh.</returns>
    private async Task<bool> Weigh(EditedText mine, int against)
    {
        if ((await conflicts.Run(Actor, Id, Version, Cancel)).Value is not { } found)
            return false;
        var began = EditedText.Read(Began) ?? found.Before;
        // Before anything is compared: what the form carries along is anybody's to change, and comparing costs more than reading.
        if (new EditedText?[] { began, mine, Typed }.OfType<EditedText>().Any(text => IsBeyond(text, found.Now.Body)))
        {
            Refuse(Problem.Invalid("body", "too-large"));
            return false;
        }

        var isSame = found.Now.Version == against;
        // Changed once more: what was put together until now is mine, and everything is weighed anew.
        weighing = isSame
            ? Weighing.Again(found, began, mine, Chosen, Http.Request.Form, Typed)
            : new Weighing(found, began, against > 0 ? Typed : mine);
        (Title, Tags, Body) = (weighing.Text.Title, weighing.Text.Tags, weighing.Text.Body);
        if (against > 0 && !isSame)
        {
            Refuse(found.Now.Conflict());
            Step = "choose";
        }

        return true;
    }
}
