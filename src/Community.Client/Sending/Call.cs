namespace Community.Client;

/// <summary>A call as it is sent, as often as it must be.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">Below <c>/api/v1/</c>, escaped.</param>
/// <param name="Body">JSON.</param>
/// <param name="Key">By which the server knows a second try again.</param>
/// <param name="Version">What an edit started from.</param>
/// <param name="IsSameTwice">Whether a POST without a key does nothing more when it is done again.</param>
internal sealed record Call(HttpMethod Method, string Address, byte[]? Body = null, Guid? Key = null, int? Version = null, bool IsSameTwice = false)
{
    /// <summary>Whether doing it twice is as good as once.</summary>
    public bool IsRepeatable => Method != HttpMethod.Post || Key is not null || IsSameTwice;
}
