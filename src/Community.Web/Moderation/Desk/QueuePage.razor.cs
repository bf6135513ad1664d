using Community.Moderation;
using Community.Shared;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Moderation.Desk;

public sealed partial class QueuePage
{
    // As the shortcuts of the site have it.
    private static string NextKey => "n";

    private ContentRef? decided;

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    /// <summary>Says that something was decided just now.</summary>
    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm(Name = QueueRow.ChoiceName)]
    private string? Choice { get; set; }

    private Page<QueueItem> Items { get; set; } = Page<QueueItem>.Empty;

    private QueueSummary Summary { get; set; } = new(0, 0, null);

    protected override Task OnInitializedAsync() => Load();

    private async Task Decide()
    {
        if (QueueRow.ReadChoice(Choice) is not var (decision, content))
        {
            // No item to stand beside.
            Refuse(Problem.Invalid("decision", "decision-unknown") with { Field = null });
            return;
        }

        var result = await HandleReports.Run(Actor, new HandleReports.Input(content, decision, ReasonOf(content) ?? ""), Cancel);
        if (result.Ok)
        {
            GoTo(DeskLinks.Queue(After, decision.ToString()));
            return;
        }

        decided = content;
        Refuse(result.Problem);
        await Load();
    }

    private async Task Load()
    {
        Items = (await ReadQueue.Run(Actor, After, Cancel)).Value ?? Page<QueueItem>.Empty;
        Summary = (await CountQueue.Run(Actor, Cancel)).Value ?? Summary;
    }

    private string? ReasonOf(ContentRef content) => Http.Request.HasFormContentType ? (string?)Http.Request.Form[QueueRow.ReasonName(content)] : null;

    private Problem? ProblemOf(ContentRef content) => content == decided ? Problems.FirstOrDefault(p => p.Field is not null) : null;
}
