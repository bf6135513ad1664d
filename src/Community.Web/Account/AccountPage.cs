using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Account;

/// <summary>What the account's forms share besides: the network that asks, and the site's address for mails.</summary>
public abstract class AccountPage : FormPage
{
    [Inject]
    private SiteOrigin SiteOrigin { get; set; } = null!;

    protected string Network => ClientNetwork.Of(Http);

    /// <summary>The site's address for links in mails.</summary>
    internal Result<string> Origin => SiteOrigin.Of(Http) is { } origin ? origin : Problem.Conflict("no-base-url");
}
