namespace Community.Client;

/// <summary>Whom the token acts for. Password, e-mail address, new tokens, the download of one's data and erasure are for the person alone, on their pages.</summary>
public sealed class MeCalls
{
    private readonly Sender sender;

    internal MeCalls(Sender sender) => this.sender = sender;

    /// <summary>Whom the token acts for, and how far.</summary>
    public Task<Me> ReadMe(CancellationToken cancel = default) => sender.Get(Address.Of($"me"), ClientJson.Default.Me, cancel);

    /// <summary>Changes what others see of the member.</summary>
    /// <exception cref="CommunityApiException">422 where a text breaks a rule, with <see cref="CommunityApiException.Field"/>.</exception>
    public Task UpdateProfile(Profile profile, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"me/profile"), profile, ClientJson.Default.Profile, cancel);

    /// <summary>Language, time zone, theme, and whether the member wants the digest.</summary>
    public Task<Preferences> ReadPreferences(CancellationToken cancel = default) =>
        sender.Get(Address.Of($"me/preferences"), ClientJson.Default.Preferences, cancel);

    /// <summary>Changes the member's preferences, all of them.</summary>
    /// <exception cref="CommunityApiException">422 where a value is not known, with <see cref="CommunityApiException.Field"/>.</exception>
    public Task UpdatePreferences(Preferences preferences, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"me/preferences"), preferences, ClientJson.Default.Preferences, cancel);

    /// <summary>The member's tokens that work, without their secrets.</summary>
    public Task<IReadOnlyList<Token>> ListTokens(CancellationToken cancel = default) =>
        sender.Get(Address.Of($"me/tokens"), ClientJson.Default.IReadOnlyListToken, cancel);

    /// <summary>Ends a token of the member at once; it may be the one that asks.</summary>
    public Task RevokeToken(string id, CancellationToken cancel = default) => sender.Delete(Address.Of($"me/tokens/{id}"), cancel);
}
