using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Moderation;

/// <summary>A member tells the moderators of a post (<c>?post=id</c>) or of a member (<c>?member=handle</c>).</summary>
public sealed partial class ReportPage(ReportContent report, ReadReport read, ReadMember readMember)
{
    [SupplyParameterFromQuery]
    private string? Post { get; set; }

    [SupplyParameterFromQuery]
    private string? Member { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm(Name = "key")]
    private string? Key { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    private string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "note")]
    private string? Note { get; set; }

    private ReportTarget? Target { get; set; }

    private string Back => Target?.Name?.Path ?? Links.Home;

    protected override async Task OnInitializedAsync()
    {
        if (await Content() is { } content)
            Target = (await read.Run(Actor, content, Cancel)).Value;
        if (Target is null)
            NotFound();
    }

    private async Task<ContentRef?> Content()
    {
        if (long.TryParse(Post, out var post))
            return new ContentRef(ContentKind.Post, post);
        return Member is not null && (await readMember.Run(Member, Cancel)).Value is { } found
            ? new ContentRef(ContentKind.Member, found.Person.Id)
            : null;
    }

    private async Task Send()
    {
        if (Target is null)
            return;
        if (!Enum.TryParse<ReportReason>(Reason, out var reason))
        {
            Refuse(Problem.Invalid("reason", "report-reason-unknown"));
            return;
        }

        // A key that is not ours is no reason to lose what was typed: it only loses the protection against sending twice.
        var key = Guid.TryParse(Key, out var given) ? given : Guid.NewGuid();
        var result = await report.Run(Actor, new ReportContent.Input(key, Target.Content, reason, TextRules.Normalise(Note ?? "")), Cancel);
        Finish(result, Links.With("/report", ("post", Post), ("member", Member), ("done", "1")));
    }
}
