namespace Community.Client;

/// <summary>What a client needs to know. The defaults suit a program that may wait for a minute.</summary>
public sealed record CommunityClientOptions
{
    /// <summary>Where the community is, such as <c>https://fans.example.com</c>; null takes the address of the <see cref="HttpClient"/>.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>A token of <c>/me/tokens</c>. Without one, only what everybody may read can be read.</summary>
    public string? Token { get; init; }

    /// <summary>The language of the sentences in <see cref="CommunityApiException.Title"/>: <c>ja</c> or <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>How often a call is tried again at most; 0 for never.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The first wait before another try; each further one is twice as long, give or take a quarter.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait. Where the server asks for a longer one, the call fails at once and says so in <see cref="CommunityApiException.RetryAfter"/>.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock that waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
