using System.Globalization;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Account;

/// <summary>What the account's forms share: problems beside their fields, with the right status, and where to go afterwards.</summary>
public abstract class AccountPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected CurrentActor Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private SiteOrigin SiteOrigin { get; set; } = null!;

    protected IReadOnlyList<Problem> Problems { get; private set; } = [];

    protected Actor Actor => Current.Actor;

    protected CancellationToken Cancel => Http.RequestAborted;

    protected string Network => ClientNetwork.Of(Http);

    /// <summary>The site's address for links in mails.</summary>
    internal Result<string> Origin => SiteOrigin.Of(Http) is { } origin ? origin : Problem.Conflict("no-base-url");

    protected override void OnInitialized() => Http.Response.Headers.CacheControl = "no-store";

    protected Problem? At(string field) => Problems.FirstOrDefault(p => p.Field == field);

    /// <summary>What belongs to no field of the form.</summary>
    protected Problem? Whole => Problems.FirstOrDefault(p => p.Field is null);

    protected void Refuse(params IReadOnlyList<Problem> problems)
    {
        Problems = problems;
        var first = problems[0];
        Http.Response.StatusCode = first.Kind switch
        {
            ProblemKind.NotFound => StatusCodes.Status404NotFound,
            ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
            ProblemKind.Conflict => StatusCodes.Status409Conflict,
            ProblemKind.TooFast => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        if (first.Kind == ProblemKind.TooFast && first.Args?.GetValueOrDefault("seconds") is int seconds)
            Http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    protected void GoTo(string path) => Navigation.NavigateTo(path);
}
