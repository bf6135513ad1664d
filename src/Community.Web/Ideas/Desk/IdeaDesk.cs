using Community.Ideas;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Ideas.Desk;

/// <summary>A page on which the team decides about one idea.</summary>
public abstract class IdeaDesk : FormPage
{
    [Parameter]
    public long Number { get; set; }

    [Inject]
    protected ReadIdeaDesk Desk { get; set; } = null!;

    /// <summary>Null where there is no such idea for whoever asks.</summary>
    protected IdeaDeskView? View { get; private set; }

    protected IdeaHead Head => View!.Idea.Head;

    /// <summary>Where the idea is read.</summary>
    protected string Back => Head.MergedInto is { } target ? Links.MergedFrom(target.Number, Head.Number) : Links.Idea(Head.Number, Head.Slug);

    protected bool IsSent => HttpMethods.IsPost(Http.Request.Method);

    protected override async Task OnInitializedAsync()
    {
        View = (await Desk.Run(Actor, Number, Cancel)).Value;
        if (View is null)
            NotFound();
        else
            await Prepare();
    }

    /// <summary>What one of these pages needs besides.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;
}
