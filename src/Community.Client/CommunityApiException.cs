using System.Net;
using System.Text.Json;

namespace Community.Client;

/// <summary>The server refused a call, or gave an answer that cannot be read.</summary>
public sealed class CommunityApiException : Exception
{
    /// <summary>The <see cref="Code"/> where the answer names none: something in between answered, such as a proxy.</summary>
    public const string NoCode = "unreadable";

    internal CommunityApiException(HttpStatusCode status, string code, string title, Exception? inner = null)
        : base($"{(int)status} {code}: {title}", inner) => (Status, Code, Title) = (status, code, title);

    /// <summary>The status of the answer; 200 where it says yes in a form that cannot be read.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The kind of refusal, such as <c>topic-locked</c>; stays as it is within v1. <see cref="NoCode"/> where there is none.</summary>
    public string Code { get; }

    /// <summary>A sentence for people.</summary>
    public string Title { get; }

    /// <summary>Which value of the request it is about, where it is about one.</summary>
    public string? Field { get; init; }

    /// <summary>How long to wait before the call can succeed, where the server says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether an earlier try of this call was lost on its way back and may have done what was asked: a 404, 409 or 412 may then be
    /// this call's own doing.
    /// </summary>
    public bool MayBeDone { get; init; }

    /// <summary>The further members of the problem, such as the figures of its sentence.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members { get; init; } = new Dictionary<string, JsonElement>();
}
