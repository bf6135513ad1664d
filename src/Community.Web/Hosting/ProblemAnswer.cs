using System.Globalization;
using Community.Shared;
using Community.Web.Ui;
using Microsoft.AspNetCore.Http.Features;

namespace Community.Web.Hosting;

/// <summary>
/// The answer of a small act that was refused: the status, and the problem for the designed page that takes the place of
/// an empty answer.
/// </summary>
internal sealed class ProblemAnswer(Problem problem) : IResult
{
    /// <summary>Where the act was done, for the page that says so.</summary>
    public static readonly object Return = new();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(problem);
        if (httpContext.Request.HasFormContentType && httpContext.Features.Get<IFormFeature>()?.Form?["return"].ToString() is { Length: > 0 } path && ReturnPath.Of(path) is var back && back != Links.Home)
            httpContext.Items[Return] = back;
        httpContext.Response.StatusCode = problem.StatusCode();
        httpContext.Response.Headers.CacheControl = "no-store";
        if (problem.Kind == ProblemKind.TooFast && problem.Args?.GetValueOrDefault("seconds") is int seconds)
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }
}

internal static class ProblemStatus
{
    public static int StatusCode(this Problem problem) => problem.Kind switch
    {
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.TooFast => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>Back to where the act was done, or the reason why it was not.</summary>
    public static IResult Then<T>(this Result<T> result, Func<T, string> path) =>
        result.Ok ? Results.LocalRedirect(path(result.Value)) : new ProblemAnswer(result.Problem);
}
