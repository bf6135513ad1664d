using System.Globalization;
using Community.Shared;
using Community.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Hosting;

/// <summary>A refusal as programs read it: problem details (RFC 9457) whose type names the problem's code.</summary>
internal sealed class ApiProblem(Problem problem, int? status = null) : IResult
{
    public const string ContentType = "application/problem+json";
    public const string Types = "/problems/";

    public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, problem, status ?? problem.StatusCode());

    public static Task Write(HttpContext http, Problem problem, int status)
    {
        http.Response.StatusCode = status;
        if (problem.Kind == ProblemKind.TooFast && problem.Args?.GetValueOrDefault("seconds") is int seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return http.Response.WriteAsJsonAsync(Of(http, problem, status), options: null, ContentType, http.RequestAborted);
    }

    private static ProblemDetails Of(HttpContext http, Problem problem, int status)
    {
        var details = new ProblemDetails
        {
            Type = Types + problem.Code,
            Title = http.RequestServices.GetRequiredService<IStringLocalizer<ProblemTexts>>().Sentence(problem),
            Status = status,
            Extensions = { ["code"] = problem.Code },
        };
        if (problem.Field is { } field)
            details.Extensions["field"] = OnWire(problem.Code, field);
        foreach (var (name, value) in problem.Args ?? new Dictionary<string, object>())
            details.Extensions.TryAdd(name, value);
        return details;
    }

    private static string OnWire(string code, string field) => (code, field) switch
    {
        // The page's form says it beside the text; here it is a value of its own.
        ("reply-to-unknown", _) => "replyToNumber",
        ("official-text-required", _) => "markdown",
        (_, "body") => "markdown",
        (_, "display-name") => "name",
        (_, "remind") => "remindOn",
        (_, "slow") => "slowSeconds",
        (_, "slow-until") => "slowUntil",
        _ => field,
    };
}
