using Community.Data;
using Community.Shared;

namespace Community.Members;

/// <summary>Whom a link takes over, and with which address.</summary>
public sealed record ClaimView(string Handle, string DisplayName, string Email);

public sealed class ReadClaim(CommunityData data, ClaimTokens tokens, KeyedHash hash)
{
    public async Task<Result<ClaimView>> Run(string? token, CancellationToken cancel)
    {
        var read = tokens.Read(token);
        if (!read.Ok)
            return read.Problem;
        var found = await data.Read(db => db.ClaimedBy(read.Value, hash, cancel), cancel);
        return found.Ok ? new ClaimView(found.Value.Handle, found.Value.DisplayName, read.Value.Email) : found.Problem;
    }
}
