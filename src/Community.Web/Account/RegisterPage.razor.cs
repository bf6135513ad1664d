using Community.Members;
using Community.Shared.Site;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Account;

public sealed partial class RegisterPage
{
    /// <summary>Made with the form, so that sending it twice registers once.</summary>
    [SupplyParameterFromForm(Name = "key")]
    private Guid Key { get; set; }

    [SupplyParameterFromForm(Name = "handle")]
    private string? Handle { get; set; }

    [SupplyParameterFromForm(Name = "display-name")]
    private string? DisplayName { get; set; }

    [SupplyParameterFromForm(Name = "email")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "accepts-terms")]
    private bool AcceptsTerms { get; set; }

    [SupplyParameterFromForm(Name = "is-of-age")]
    private bool IsOfAge { get; set; }

    [SupplyParameterFromForm(Name = "wants-digest")]
    private bool WantsDigest { get; set; }

    private SiteSettings Settings => Current.Site;

    private bool IsOpen => Settings.IsRegistrationOpen;

    protected override void OnInitialized()
    {
        if (Key == Guid.Empty)
            Key = Guid.NewGuid();
        if (Actor.IsMember)
            GoTo(Links.Home);
    }

    private async Task Submit()
    {
        if (!Origin.Ok)
        {
            Refuse(Origin.Problem);
            return;
        }

        var input = new Register.Input(
            Key, Handle?.Trim() ?? "", Email?.Trim() ?? "", Password ?? "", DisplayName?.Trim() ?? "",
            AcceptsTerms, IsOfAge, WantsDigest, Current.Language, Origin.Value);
        // Mistakes cost nothing; what would register does.
        if (RegisterRules.WhyNot(input with { Email = EmailRules.Tidy(input.Email) }, Settings).ToList() is { Count: > 0 } problems)
        {
            Refuse(problems);
            return;
        }

        if (Doors.WhyNot(Door.Register, Http) is { } tooFast)
        {
            Refuse(tooFast);
            return;
        }

        var done = await Register.Run(input, Cancel);
        if (done.Ok)
            GoTo(AccountLinks.Sent);
        else
            Refuse(done.Problem);
    }
}
