using Community.Discussions;
using Community.Forums;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Community.Web.Forums;

public sealed partial class NewTopicPage(
    StartTopic start, ReadStartForm forums, PrepareText prepare, IOptions<ForumLimits> forumLimits, IOptions<PostLimits> postLimits, IStringLocalizer<ForumsTexts> texts)
{
    private ReadStartForm.Form? forum;
    private bool mayStart;
    private string? preview;

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

    [SupplyParameterFromForm(Name = "step")]
    private string? Step { get; set; }

    private IStringLocalizer<ForumsTexts> T => texts;

    protected override async Task OnInitializedAsync()
    {
        if (Key == Guid.Empty)
            Key = Guid.NewGuid();
        var found = await forums.Run(Actor, Slug, Cancel);
        if (!found.Ok)
        {
            NotFound();
            return;
        }

        forum = found.Value;
        // Whoever lost the right while writing keeps what they wrote.
        mayStart = forum.WhyNot is null || HttpMethods.IsPost(Http.Request.Method);
        if (forum.WhyNot is { } problem)
            Refuse(problem);
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

        var started = await start.Run(Actor, new StartTopic.Input(Slug, Title, Body, Tags, Key), Cancel);
        if (started.Ok)
            GoTo(Links.Topic(started.Value.Number, started.Value.Slug));
        else
            Refuse(started.Problem);
    }
}
