using System.Globalization;
using Community.Moderation;
using Community.Shared;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Moderation.Desk;

public sealed partial class LogPage
{
    [SupplyParameterFromQuery]
    private string? By { get; set; }

    [SupplyParameterFromQuery(Name = "action")]
    private string? Act { get; set; }

    /// <summary>What the entries are about, such as <c>Post:123</c>.</summary>
    [SupplyParameterFromQuery]
    private string? About { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm(Name = "entry")]
    private long Entry { get; set; }

    private Page<LogLine> Lines { get; set; } = Page<LogLine>.Empty;

    private bool IsFiltered => !string.IsNullOrEmpty(By) || !string.IsNullOrEmpty(Act) || !string.IsNullOrEmpty(About);

    protected override Task OnInitializedAsync() => Load();

    private async Task Undo()
    {
        var result = await UndoAct.Run(Actor, Entry, Cancel);
        if (result.Ok)
        {
            GoTo(Links.With(DeskLinks.Log, ("done", "undo")));
            return;
        }

        // The entry has no field of its own to stand beside.
        Refuse(result.Problem with { Field = null });
        await Load();
    }

    private async Task Load()
    {
        var filter = new ReadLog.Filter(By?.Trim().TrimStart('@'), Act, SubjectOf(About));
        Lines = (await ReadLog.Run(Actor, filter, After, Cancel)).Value ?? Page<LogLine>.Empty;
    }

    private static ContentRef? SubjectOf(string? about) =>
        about?.Split(':') is [var kind, var id]
        && Enum.TryParse<ContentKind>(kind, out var of) && Enum.IsDefined(of)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ContentRef(of, number)
            : null;
}
