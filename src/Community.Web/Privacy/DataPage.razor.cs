using System.Globalization;
using Community.Privacy;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Community.Web.Privacy;

/// <summary>What the community holds about the member who looks, to take along and to have erased.</summary>
public sealed partial class DataPage(ReadMyData read, EraseMyself erase, IOptions<PrivacyLimits> limits)
{
    [SupplyParameterFromForm(Name = "texts")]
    private string? Texts { get; set; }

    [SupplyParameterFromForm(Name = "handle")]
    private string? Handle { get; set; }

    [SupplyParameterFromForm(Name = "current-password")]
    private string? CurrentPassword { get; set; }

    private IReadOnlyList<HeldData> Held { get; set; } = [];

    /// <summary>Such as <c>HeldReadPositions</c> for <c>read-positions</c>.</summary>
    internal static string KeyOf(HeldData held) =>
        "Held" + string.Concat(held.Name.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    protected override async Task OnInitializedAsync() => Held = await read.Run(Actor, Cancel);

    private async Task Erase()
    {
        if (!WhatBecomesOfTexts.TryRead(Texts, out var keeps, out var unknown))
        {
            Refuse(unknown);
            return;
        }

        var done = await erase.Run(Actor, new EraseMyself.Input(CurrentPassword ?? "", Handle ?? "", keeps), Cancel);
        if (done.Ok)
            await Sessions.End(Http);
        Finish(done, PrivacyLinks.Erased);
    }
}
