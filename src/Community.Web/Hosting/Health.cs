using Community.Data;
using Community.Data.Moving;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Hosting;

internal static class Health
{
    public const string Path = "/health";

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Path + "/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(Path + "/ready");
    }
}

/// <summary>Ready once the database answers no migration is waiting and no move into it is under way.</summary>
internal sealed class DatabaseReady(IDbContextFactory<CommunityDb> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                return HealthCheckResult.Unhealthy("migrations are waiting");
            return await UnfinishedMove.In(db, cancellationToken) is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("a move into the database has not come to its end");
        }
        catch (Exception failure) when (failure.IsOfDatabase())
        {
            return HealthCheckResult.Unhealthy("the database does not answer", failure);
        }
    }
}
