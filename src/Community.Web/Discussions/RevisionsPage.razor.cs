using System.Globalization;
using Community.Discussions;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Community.Web.Discussions;

/// <summary>One change of a post at a time, so that a long history costs no more than a short one.</summary>
public sealed partial class RevisionsPage(ReadRevisions revisions, CurrentActor current, NavigationManager navigation, IStringLocalizer<DiscussionsTexts> texts)
{
    private RevisionsView? view;
    private RevisionView? before;
    private RevisionView? after;

    [Parameter]
    public long Id { get; set; }

    /// <summary>The version whose change is shown; the last one where nothing else is asked for.</summary>
    [SupplyParameterFromQuery]
    private string? Version { get; set; }

    [SupplyParameterFromQuery]
    private string? Way { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    private IStringLocalizer<DiscussionsTexts> T => texts;

    private bool IsInline => Way == "inline";

    /// <summary>A change tells what stood on both of its sides.</summary>
    private bool IsHidden => before!.IsHidden || after!.IsHidden;

    protected override async Task OnInitializedAsync()
    {
        var found = (await revisions.Run(current.Actor, Id, Http.RequestAborted)).Value;
        if (found is null)
        {
            navigation.NotFound();
            return;
        }

        Http.Response.Headers.CacheControl = "no-cache, no-store"; // as the form of moderators would have it
        view = found;
        if (found.Versions.Count < 2)
            return;
        var number = Math.Clamp(QueryNumber.Int(Version) ?? found.Versions.Count, 2, found.Versions.Count);
        (before, after) = (found.Versions[number - 2], found.Versions[number - 1]);
    }

    private string Href(int version, bool isInline) =>
        $"{Links.Revisions(Id)}?version={version.ToString(CultureInfo.InvariantCulture)}{(isInline ? "&way=inline" : "")}";
}
