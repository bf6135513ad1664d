using System.Globalization;
using Community.Members;
using Community.Shared;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Community.Web.Hosting;

/// <summary>Lets a call of the API in: with a token that works, wide enough for the endpoint, and not too often.</summary>
internal sealed class ApiDoor(RequestDelegate next, IOptions<RequestLimits> options, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly RequestWindow calls = new(time, Minute);
    private readonly RequestWindow wrong = new(time, Minute);

    public Task InvokeAsync(HttpContext http)
    {
        var holder = TokenAuthentication.HolderOf(http);
        var address = CallerAddress.Of(http.Connection.RemoteIpAddress);
        if (holder is null && TokenAuthentication.IsGiven(http.Request))
            return Refuse(http, wrong.Take(address, options.Value.WrongTokensPerMinute) is { Ok: false } guessed ? TooMany(guessed) : new Problem(ProblemKind.Forbidden, "token-invalid"));

        http.Response.Headers.CacheControl = "no-store";
        if (Take(http, holder, address) is { } taken)
        {
            Tell(http.Response.Headers, taken);
            if (!taken.Ok)
                return Refuse(http, TooMany(taken));
        }

        if (WhyNot(http, holder) is { } problem)
            return Refuse(http, problem);
        return !TakesBody(http) || IsUtf8(http.Request) ? next(http) : ApiProblem.Write(http, new Problem(ProblemKind.Invalid, "wrong-media-type"), StatusCodes.Status415UnsupportedMediaType);
    }

    private static bool TakesBody(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null;

    /// <summary>Null where there is no limit.</summary>
    private RequestWindow.Taken? Take(HttpContext http, TokenHolder? holder, UInt128 address)
    {
        if (holder is not null)
            return calls.Take(CallerAddress.Of(holder.Actor.MemberId, null), options.Value.ApiPerMinute);
        return IsEverybody(http) ? null : calls.Take(address, options.Value.ApiVisitorPerMinute);
    }

    private static void Tell(IHeaderDictionary headers, RequestWindow.Taken taken)
    {
        headers["RateLimit-Limit"] = taken.Limit.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = taken.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = taken.Seconds.ToString(CultureInfo.InvariantCulture);
    }

    // JSON is UTF-8 (RFC 8259). The reader throws at an encoding that it does not know.
    private static bool IsUtf8(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase);

    // As with pages: behind a proxy that nobody named, one address is all visitors.
    private bool IsEverybody(HttpContext http) => !options.Value.CoverPrivateNetworks && CallerAddress.IsPrivate(http.Connection.RemoteIpAddress);

    private static Problem TooMany(RequestWindow.Taken taken) => Problem.TooFast("too-many-requests", taken.Reset);

    private static Problem? WhyNot(HttpContext http, TokenHolder? holder)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Needs>() is not { } needs)
            return null;
        if (holder is null)
            return Problem.Forbidden("token-missing");
        return needs.AreMetBy(holder) ? null : Problem.Forbidden("token-scope") with
        {
            Args = new Dictionary<string, object> { ["scope"] = needs.Scope.ToString().ToLowerInvariant() },
        };
    }

    // 401 asks for another token, 403 says that this one will not do.
    private static Task Refuse(HttpContext http, Problem problem)
    {
        var status = problem.Code is "token-invalid" or "token-missing" ? StatusCodes.Status401Unauthorized : problem.StatusCode();
        if (status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = problem.Code == "token-invalid" ? "Bearer error=\"invalid_token\"" : "Bearer";
        return ApiProblem.Write(http, problem, status);
    }
}
