using Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Community.Postgres;

/// <summary>For the migration tools alone: a context that is never opened.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CommunityDb>
{
    public CommunityDb CreateDbContext(string[] args)
    {
        var provider = new PostgresProvider("Host=design-time");
        var options = new DbContextOptionsBuilder<CommunityDb>();
        provider.ConfigureWithoutModel(options);
        return new CommunityDb(options.Options, provider);
    }
}
