using Community.Members;
using Community.Shared;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Account;

public sealed partial class SettingsPage
{
    private const string Surface = "settings";

    /// <summary>What was just saved; said on top.</summary>
    [SupplyParameterFromQuery]
    private string? Saved { get; set; }

    [SupplyParameterFromForm(Name = "display-name")]
    private string? DisplayName { get; set; }

    [SupplyParameterFromForm(Name = "bio")]
    private string? Bio { get; set; }

    [SupplyParameterFromForm(Name = "language")]
    private string? Language { get; set; }

    [SupplyParameterFromForm(Name = "timeZone")]
    private string? TimeZone { get; set; }

    [SupplyParameterFromForm(Name = "theme")]
    private string? Theme { get; set; }

    [SupplyParameterFromForm(Name = "shows-presence")]
    private bool ShowsPresence { get; set; }

    [SupplyParameterFromForm(Name = "wants-digest")]
    private bool WantsDigest { get; set; }

    private MyAccount? Me { get; set; }

    private string? Said => Saved switch
    {
        "profile" or "preferences" or "digest" => T["Saved"].Value,
        "password" => T["SavedPassword"].Value,
        "email" => T["SavedEmail"].Value,
        "email-asked" => T["SavedEmailAsked"].Value,
        "confirmed" => T["SavedConfirmed"].Value,
        _ => null,
    };

    private IEnumerable<(string Value, string Text)> LanguageChoices =>
        [("", T["AsBrowser"]), (Languages.Japanese, T["Japanese"]), (Languages.English, T["English"])];

    private IEnumerable<(string Value, string Text)> ZoneChoices => [("", T["AsCommunity"]), .. TimeZones.All.Select(zone => (zone, zone))];

    private IEnumerable<(string Value, string Text)> ThemeChoices => Enum.GetValues<Theme>().Select(theme => (theme.ToString(), T["Theme" + theme].Value));

    protected override async Task OnInitializedAsync() => Me = await ReadMyAccount.Run(Actor, Cancel);

    private async Task SaveProfile() =>
        After("profile", await UpdateProfile.Run(Actor, new UpdateProfile.Input(DisplayName ?? "", Bio ?? ""), Cancel));

    private async Task SavePreferences()
    {
        // An unknown theme can only come from a form that is not ours.
        Theme? theme = Enum.TryParse<Theme>(Theme, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        After("preferences", await UpdatePreferences.Run(Actor, new UpdatePreferences.Input(Language ?? "", TimeZone ?? "", theme, !ShowsPresence), Cancel));
    }

    private async Task SaveDigest() =>
        After("digest", await ChangeDigest.Run(Actor, new ChangeDigest.Input(WantsDigest, Surface, Current.Language), Cancel));

    private void After(string saved, Result<Done> done)
    {
        if (done.Ok)
            GoTo(AccountLinks.SettingsAfter(saved));
        else
            Refuse(done.Problem);
    }
}
