using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Imports;
using Community.Members;
using Community.Moderation;
using Community.Privacy;
using Community.Shared;
using Community.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community.Cli.Hosting;

/// <summary>Puts the product together as the web host does, without the web.</summary>
internal static class Services
{
    public static ServiceProvider Build(Settings settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(settings);
        services.AddSingleton<IConfiguration>(settings.Values);
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft", LogLevel.Error).AddSimpleConsole(o => o.SingleLine = true));
        services.AddSingleton(_ => KeyedHash.In(settings.DataDirectory));
        services.AddSqlite(settings.Database);
        services.AddData().AddShared().AddMembers().AddDiscussions().AddForums().AddModeration().AddImports().AddPrivacy();
        return services.BuildServiceProvider();
    }

    /// <summary>The product on a database that is there and up to date.</summary>
    public static async Task<ServiceProvider> Open(Settings settings, CancellationToken cancel)
    {
        if (!File.Exists(settings.Database))
            throw new Refusal($"There is no community in {settings.DataDirectory}; run migrate first, or name another folder with --Community:DataDirectory=FOLDER.");
        var services = Build(settings);
        await using var db = await services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync(cancel);
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            throw new Refusal($"The database in {settings.DataDirectory} is older than this program; run migrate first.");
        return services;
    }

    /// <summary>The product on a database that is made where there is none.</summary>
    public static async Task<ServiceProvider> OpenOrCreate(Settings settings, CancellationToken cancel)
    {
        if (!File.Exists(settings.Database))
            await Migrate(settings, cancel);
        return await Open(settings, cancel);
    }

    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> Migrate(Settings settings, CancellationToken cancel)
    {
        PrivateFiles.Folder(settings.DataDirectory);
        PrivateFiles.Existing(settings.Database);
        await using var services = Build(settings);
        await using var db = await services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync(cancel);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        await db.Database.MigrateAsync(cancel);
        return pending;
    }
}
