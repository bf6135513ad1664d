using Community.Members;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Account;

public sealed partial class LoginPage
{
    [SupplyParameterFromQuery(Name = "return")]
    private string? Back { get; set; }

    /// <summary>What was just done, such as <c>reset</c>; said above the form.</summary>
    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm(Name = "email")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "stay")]
    private bool Stay { get; set; }

    private bool Stays => !HttpMethods.IsPost(Http.Request.Method) || Stay;

    private string? Said => Done switch
    {
        "reset" => T["DoneReset"].Value,
        "email" => T["DoneEmail"].Value,
        _ => null,
    };

    protected override void OnInitialized()
    {
        if (Actor.IsMember)
            GoTo(ReturnPath.Of(Back));
    }

    private async Task Submit()
    {
        if (Doors.WhyNot(Door.SignIn, Http) is { } tooFast)
        {
            Refuse(tooFast);
            return;
        }

        var done = await SignIn.Run(new SignIn.Input(Email ?? "", Password ?? "", Network), Cancel);
        if (!done.Ok)
        {
            Refuse(done.Problem);
            return;
        }

        await Sessions.Start(Http, done.Value, Stay);
        GoTo(ReturnPath.Of(Back));
    }
}
