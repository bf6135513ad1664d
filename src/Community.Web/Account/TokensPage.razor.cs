using System.Globalization;
using Community.Members;
using Community.Shared;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Account;

public sealed partial class TokensPage
{
    private const string Usual = "90";

    [SupplyParameterFromQuery]
    private string? Revoked { get; set; }

    [SupplyParameterFromForm(Name = "name")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(Name = "scope")]
    private string? Scope { get; set; }

    /// <summary>In days.</summary>
    [SupplyParameterFromForm(Name = "lasts")]
    private string? Lasts { get; set; }

    [SupplyParameterFromForm(Name = "current-password")]
    private string? CurrentPassword { get; set; }

    /// <summary>The token to end.</summary>
    [SupplyParameterFromForm(Name = "token")]
    private string? Ended { get; set; }

    private IReadOnlyList<TokenLine> Tokens { get; set; } = [];

    /// <summary>Stands in the answer to the form and nowhere else, so that no address, history or second look holds it.</summary>
    private NewToken? Made { get; set; }

    private IEnumerable<TokenScope> Scopes => Enum.GetValues<TokenScope>().Where(scope => scope != TokenScope.Staff || Actor.IsStaff);

    private IEnumerable<(string Value, string Text)> Lengths => new[] { 30, 90, 180, 365 }.Select(days => (days.ToString(CultureInfo.InvariantCulture), Words["Days", days].Value));

    protected override async Task OnInitializedAsync() => Tokens = await ListMyTokens.Run(Actor, Cancel);

    private async Task Make()
    {
        // What is no choice of ours is refused by the act.
        var scope = Enum.TryParse<TokenScope>(Scope, out var chosen) ? chosen : (TokenScope)(-1);
        var days = int.TryParse(Lasts, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? Math.Min(parsed, short.MaxValue) : 0;
        var made = await CreateMyToken.Run(Actor, new CreateMyToken.Input(Name ?? "", scope, TimeSpan.FromDays(days), CurrentPassword ?? ""), Cancel);
        if (!made.Ok)
        {
            Refuse(made.Problem.Code == "scope-not-yours" ? made.Problem with { Field = "scope" } : made.Problem);
            return;
        }

        Made = made.Value;
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        Tokens = await ListMyTokens.Run(Actor, Cancel);
    }

    private async Task Revoke()
    {
        var id = long.TryParse(Ended, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        Finish(await RevokeToken.Run(Actor, id, Cancel), AccountLinks.Tokens + "?revoked=yes");
    }
}
