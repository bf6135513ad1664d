using System.ComponentModel.DataAnnotations;
using Community.Data;
using Community.Data.Moving;
using Community.Discussions;
using Community.Forums;
using Community.Ideas;
using Community.Imports;
using Community.Members;
using Community.Moderation;
using Community.Postgres;
using Community.Privacy;
using Community.Search;
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
        // What fails throws, or is the question whether there is a database which is made next.
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft", LogLevel.Error).AddFilter(DbLoggerCategory.Database.Connection.Name, LogLevel.None).AddFilter(DbLoggerCategory.Database.Command.Name, LogLevel.None).AddSimpleConsole(o => o.SingleLine = true));
        services.AddSingleton(_ => KeyedHash.In(settings.DataDirectory));
        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(settings.Database, new ValidationContext(settings.Database), faults, validateAllProperties: true))
            throw new Refusal($"{DatabaseSettings.Section}:{faults[0].MemberNames.First()} {faults[0].ErrorMessage}");
        if (settings.Database.IsPostgres)
            services.AddPostgres(settings.Database.ConnectionString);
        else
            services.AddSqlite(settings.DatabaseFile);
        services.AddData().AddShared().AddMembers().AddDiscussions().AddForums().AddIdeas().AddModeration().AddImports().AddSearch().AddPrivacy();
        var built = services.BuildServiceProvider();
        try
        {
            built.GetRequiredService<IDatabaseProvider>();
        }
        catch (ArgumentException)
        {
            // What is wrong with it may be part of the password.
            built.Dispose();
            throw new Refusal("The connection string was not understood; it has the form Host=db;Database=community;Username=community;Password=…");
        }

        return built;
    }

    /// <summary>The product on a database that is there and up to date.</summary>
    public static async Task<ServiceProvider> Open(Settings settings, CancellationToken cancel)
    {
        var services = Build(settings);
        try
        {
            var provider = services.GetRequiredService<IDatabaseProvider>();
            if (!await provider.Exists(cancel))
            {
                throw new Refusal(settings.Database.IsPostgres
                    ? $"There is no database {provider.Place}; run migrate first."
                    : $"There is no community in {settings.DataDirectory}; run migrate first, or name another folder with --Community:DataDirectory=FOLDER.");
            }

            await using var db = await services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync(cancel);
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
                throw new Refusal($"The database {provider.Place} is older than this program; run migrate first.");
            if (await UnfinishedMove.In(db, cancel) is { } source)
                throw new Refusal($"{provider.Place} holds only part of {source}; run migrate-store again until it has come to its end.");
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <summary>The product on a database that is made where there is none.</summary>
    public static async Task<ServiceProvider> OpenOrCreate(Settings settings, CancellationToken cancel)
    {
        if (await IsMissing(settings, cancel))
            await Migrate(settings, cancel);
        return await Open(settings, cancel);
    }

    /// <summary>No database, or one that holds nothing yet.</summary>
    private static async Task<bool> IsMissing(Settings settings, CancellationToken cancel)
    {
        await using var services = Build(settings);
        if (!await services.GetRequiredService<IDatabaseProvider>().Exists(cancel))
            return true;
        await using var db = await services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync(cancel);
        return !(await db.Database.GetAppliedMigrationsAsync(cancel)).Any();
    }

    /// <returns>How many migrations were applied, and to what.</returns>
    public static async Task<(int Applied, string Place)> Migrate(Settings settings, CancellationToken cancel)
    {
        PrivateFiles.Folder(settings.DataDirectory);
        PrivateFiles.Existing(settings.DatabaseFile);
        await using var services = Build(settings);
        await using var db = await services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync(cancel);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        await db.Database.MigrateAsync(cancel);
        return (pending, services.GetRequiredService<IDatabaseProvider>().Place);
    }
}
