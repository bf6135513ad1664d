using Community.Data;
using Community.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Community.Tests.Data;

public sealed class CompiledModelTests
{
    [Fact]
    public void The_model_compiled_ahead_is_that_of_the_mappings()
    {
        using var provider = new SqliteProvider("never-opened.db");
        Assert.Equal(Told(provider, provider.ConfigureWithoutModel), Told(provider, provider.Configure));
    }

    [Fact]
    public void A_host_does_not_build_its_model()
    {
        using var provider = new SqliteProvider("never-opened.db");
        var options = new DbContextOptionsBuilder<CommunityDb>();
        provider.Configure(options);
        Assert.NotNull(options.Options.FindExtension<CoreOptionsExtension>()?.Model);
    }

    private static string Told(SqliteProvider provider, Action<DbContextOptionsBuilder> configure)
    {
        var options = new DbContextOptionsBuilder<CommunityDb>();
        configure(options);
        using var db = new CommunityDb(options.Options, provider);
        // Without the annotations of what is mapped, which a complex type has as empty ones too; what they say is told again by the tables.
        return db.Model.ToDebugString(MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations)
            + db.Model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault);
    }
}
