using Community.Members;
using Community.Privacy;
using Community.Shared;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Privacy.Desk;

/// <summary>Erases a member who asked for it by mail, or who came with an import.</summary>
public sealed partial class EraseMemberPage(FindMembers find, EraseMember erase, TimeProvider time)
{
    [Parameter]
    public string Handle { get; set; } = "";

    [SupplyParameterFromForm(Name = "texts")]
    private string? Texts { get; set; }

    [SupplyParameterFromForm(Name = "typed-handle")]
    private string? TypedHandle { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    private string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "current-password")]
    private string? CurrentPassword { get; set; }

    private StaffMemberLine? Line { get; set; }

    private Problem? WhyNot => StandingRules.WhyNotJudge(Actor, Line!.Person.Id, Line.Person.Role, Line.Person.State, time.GetUtcNow()) ?? EraseMember.WhyNotRole(Actor, Line.Person.Role);

    protected override async Task OnInitializedAsync()
    {
        Line = (await find.One(Actor, Handle, Cancel)).Value;
        if (Line is null)
            NotFound();
    }

    private async Task Erase()
    {
        if (Line is null)
            return;
        if (!WhatBecomesOfTexts.TryRead(Texts, out var keeps, out var unknown))
            Refuse(unknown);
        else
            Finish(await erase.Run(Actor, new EraseMember.Input(Line.Person.Id, TypedHandle ?? "", Reason ?? "", keeps, CurrentPassword ?? ""), Cancel), PrivacyLinks.Log);
    }
}
