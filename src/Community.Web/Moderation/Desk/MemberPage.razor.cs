using System.Globalization;
using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Moderation.Desk;

/// <summary>What the staff can do about one member, and what it did. Every form of it also stands at an address of its own.</summary>
public sealed partial class MemberPage(
    FindMembers find, SuspendMember suspend, EndSuspension end, ChangeRole changeRole, OfferMember offer, ReadLog log, TimeProvider time)
{
    private string form = "";

    [Inject]
    private SiteOrigin SiteOrigin { get; set; } = null!;

    [Parameter]
    public string Handle { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm(Name = "hours")]
    private int? ChosenHours { get; set; }

    [SupplyParameterFromForm(Name = "until")]
    private string? Until { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    private string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "end-reason")]
    private string? EndReason { get; set; }

    [SupplyParameterFromForm(Name = "role")]
    private string? Role { get; set; }

    [SupplyParameterFromForm(Name = "role-reason")]
    private string? RoleReason { get; set; }

    [SupplyParameterFromForm(Name = "claim-email")]
    private string? ClaimEmail { get; set; }

    [SupplyParameterFromForm(Name = "claim-reason")]
    private string? ClaimReason { get; set; }

    private StaffMemberLine? Line { get; set; }

    private IReadOnlyList<LogLine> History { get; set; } = [];

    private int Hours => ChosenHours ?? StandingRules.SuspensionHours[0];

    private bool IsSuspended => Line?.IsSuspended(time.GetUtcNow()) == true;

    private Problem? WhyNotJudge => StandingRules.WhyNotJudge(Actor, Line!.Person.Id, Line.Person.Role, Line.Person.State, time.GetUtcNow());

    private IEnumerable<(string Value, string Text)> Roles =>
        Enum.GetValues<Role>().Where(r => r <= Actor.Role).Select(r => (r.ToString(), (r == Shared.Role.Member ? T["RoleMember"] : U["Role" + r]).Value));

    protected override Task OnInitializedAsync() => Load();

    private Problem? In(string name, string field) => form == name ? At(field) : null;

    private Task Suspend() => Act("suspend", async id => WhenItEnds is { } until
        ? await suspend.Run(Actor, new SuspendMember.Input(id, Reason ?? "", until), Cancel)
        : Problem.Invalid("until", "date-unknown"));

    private Task End() => Act("unsuspend", id => end.Run(Actor, id, EndReason ?? "", Cancel));

    private Task Change() => Act("role", async id => Enum.TryParse<Role>(Role, out var role)
        ? await changeRole.Run(Actor, new ChangeRole.Input(id, role, RoleReason ?? ""), Cancel)
        : Problem.Invalid("role", "role-unknown"));

    private Task Hand() => Act("offer", async id => SiteOrigin.Of(Http) is { } site
        ? await offer.Run(Actor, new OfferMember.Input(id, ClaimEmail ?? "", ClaimReason ?? "", Current.Site.DefaultLanguage, site), Cancel)
        : Problem.Conflict("no-base-url"));

    // A chosen day counts whole, in the zone in which this moderator reads times.
    private DateTimeOffset? WhenItEnds
    {
        get
        {
            if (Hours > 0)
                return time.GetUtcNow().AddHours(Math.Min(Hours, StandingRules.LongestSuspension.TotalHours));
            if (!DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day == DateOnly.MaxValue)
                return null;
            return CommunityDay.StartOf(day.AddDays(1), Current.TimeZone);
        }
    }

    private async Task Act(string name, Func<long, Task<Result<Done>>> act)
    {
        form = name;
        if (Line is null)
            return;
        Finish(await act(Line.Person.Id), DeskLinks.Member(Line.Person.Handle, name));
        await Load();
    }

    private async Task Load()
    {
        Line = (await find.One(Actor, Handle, Cancel)).Value;
        if (Line is null)
            NotFound();
        else
            History = (await log.Run(Actor, new ReadLog.Filter(Subject: new ContentRef(ContentKind.Member, Line.Person.Id)), null, Cancel)).Value?.Items ?? [];
    }
}
