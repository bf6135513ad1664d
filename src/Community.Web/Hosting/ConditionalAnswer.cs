using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Community.Web.Hosting;

/// <summary>A document for programs that ask again and again: whoever has it already is told so. Its tag is made of it, so that it outlives the process.</summary>
internal sealed class ConditionalAnswer(byte[] content, string type, DateTimeOffset? changedAt) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, headers) = (httpContext.Response, httpContext.Response.GetTypedHeaders());
        // Weak, because the same document is compressed in several ways.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"", isWeak: true);
        (headers.ETag, headers.LastModified) = (tag, changedAt);
        response.Headers.CacheControl = "no-cache";
        if (IsKnown(httpContext.Request.GetTypedHeaders(), tag, headers.LastModified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        (response.ContentType, response.ContentLength) = (type, content.Length);
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }

    // RFC 9110, 13.2.2: the time counts only where no tag was sent. What was taken away makes no document newer.
    private static bool IsKnown(RequestHeaders asked, EntityTagHeaderValue tag, DateTimeOffset? changedAt) => asked.IfNoneMatch is { Count: > 0 } tags
        ? tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false))
        : asked.IfModifiedSince is { } since && changedAt <= since;
}
