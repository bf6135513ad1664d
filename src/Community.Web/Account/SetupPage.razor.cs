using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Account;

public sealed partial class SetupPage
{
    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(Name = "name")]
    private string? CommunityName { get; set; }

    [SupplyParameterFromForm(Name = "language")]
    private string? Language { get; set; }

    [SupplyParameterFromForm(Name = "timeZone")]
    private string? TimeZone { get; set; }

    [SupplyParameterFromForm(Name = "handle")]
    private string? Handle { get; set; }

    [SupplyParameterFromForm(Name = "email")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    private string? Password { get; set; }

    private bool IsOpen { get; set; }

    private IEnumerable<(string Value, string Text)> LanguageChoices => [(Languages.Japanese, T["Japanese"]), (Languages.English, T["English"])];

    private static IEnumerable<(string Value, string Text)> ZoneChoices => TimeZones.All.Select(zone => (zone, zone));

    private string LikelyZone => Current.Language == Languages.Japanese ? "Asia/Tokyo" : "UTC";

    protected override void OnInitialized()
    {
        IsOpen = Setup.Accepts(Token);
        if (IsOpen)
            return;
        // Without a key there is nothing here; whoever has an old one deserves to hear why it does not work.
        Http.Response.StatusCode = Token is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
    }

    private async Task Submit()
    {
        if (!IsOpen)
            return;
        if (Doors.WhyNot(Door.SignIn, Http) is { } tooFast)
        {
            Refuse(tooFast);
            return;
        }

        var input = new SetUpCommunity.Input(
            CommunityName?.Trim() ?? "", Language ?? "", TimeZone ?? "", Handle?.Trim() ?? "", EmailRules.Tidy(Email), Password ?? "");
        if (SetUpCommunity.WhyNot(input).ToList() is { Count: > 0 } problems)
        {
            Refuse(problems);
            return;
        }

        var done = await SetUpCommunity.Run(input, Cancel);
        if (!done.Ok)
        {
            Refuse(done.Problem);
            return;
        }

        Setup.Close();
        await Sessions.Start(Http, done.Value, stays: false);
        GoTo(Links.Home);
    }
}
