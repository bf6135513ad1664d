using Community.Members;

namespace Community.Web.Hosting;

/// <summary>What a token must be allowed for an endpoint of the API; without this, everybody may ask.</summary>
internal sealed record Needs(TokenScope Scope)
{
    public bool AreMetBy(TokenHolder holder) => holder.Scope >= Scope;
}
