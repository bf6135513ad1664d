using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Community.Web.Discussions;

public sealed partial class EditPostPage(
    EditPost edit, ReadPostForEdit posts, PrepareText prepare, IOptions<PostLimits> limits, IOptions<ForumLimits> forumLimits, IStringLocalizer<DiscussionsTexts> texts)
{
    private PostForEdit? post;
    private string? preview;
    private string? theirs;

    [Parameter]
    public long Id { get; set; }

    /// <summary>The version of the text that this edit started from.</summary>
    [SupplyParameterFromForm(Name = "version")]
    private int Version { get; set; }

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
        var found = await posts.Run(Actor, Id, Cancel);
        if (found.Problem is { } problem)
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

        post = found.Value!;
        if (Version > 0)
            return;
        (Version, Title, Body, Tags) = (post.Version, post.Title, post.Body, post.Tags);
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

        var done = await edit.Run(Actor, new EditPost.Input(Id, Version, Body, Title, Tags, Reason), Cancel);
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
