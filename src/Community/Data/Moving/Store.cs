using Microsoft.EntityFrameworkCore;

namespace Community.Data.Moving;

/// <summary>One of the two databases of a move.</summary>
public sealed record Store(CommunityData Data, IDatabaseProvider Provider, IDbContextFactory<CommunityDb> Contexts)
{
    public string Place => Provider.Place;
}
