using System.Security.Cryptography;
using Community.Data;
using Community.Shared;
using Microsoft.AspNetCore.Diagnostics;

namespace Community.Web.Hosting;

/// <summary>
/// What nobody expected is logged once, with a reference number, and the visitor is told the number. The page that tells
/// is rendered by the middleware that calls this.
/// </summary>
internal sealed partial class Failures(ILogger<Failures> logger) : IExceptionHandler
{
    public const string Page = "/error";
    private const int Length = 8;

    // No letters that are taken for others when read aloud.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly object Reference = new();
    private static readonly object Passing = new();

    /// <summary>503 where it may pass by itself, else 500.</summary>
    public static int StatusOf(HttpContext http) => http.Items[Reference] is not null && http.Items[Passing] is true ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    public static string? ReferenceOf(HttpContext http) => http.Items[Reference] as string;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var reference = RandomNumberGenerator.GetString(Alphabet, Length);
        httpContext.Items[Reference] = reference;
        httpContext.Items[Passing] = exception.MayPass();
        // By now the request already goes to the page that tells.
        var path = new PathString(httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path);
        Failed(logger, exception, reference, httpContext.Request.Method, path);
        if (!ApiPath.Is(path))
            return false;

        var told = new Problem(ProblemKind.Invalid, "failed", null, new Dictionary<string, object> { ["reference"] = reference });
        await ApiProblem.Write(httpContext, told, StatusOf(httpContext));
        return true;
    }

    [LoggerMessage(LogLevel.Error, "Failure {Reference} at {Method} {Path}")]
    private static partial void Failed(ILogger logger, Exception failure, string reference, string method, string path);
}
