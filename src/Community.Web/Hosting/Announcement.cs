using Community.Data;
using Community.Data.Moving;
using Community.Members;

namespace Community.Web.Hosting;

/// <summary>Says on the console, once requests are answered, where; and how to begin where there is no owner.</summary>
internal sealed partial class Announcement(
    SiteOrigin origin, FindOwner owner, SetupLink setup, IDatabaseProvider database, ILogger<Announcement> logger) : IHostedLifecycleService
{
    /// <summary>The whole link, while it is of use.</summary>
    public string? SetupAddress { get; private set; }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (MovedFile.Read(database.Place) is { } where)
            Moved(logger, where, MovedFile.Beside(database.Place));
        var address = origin.OfServer();
        if (address is null)
            return;
        Console.WriteLine($"Open {address}");
        try
        {
            if (await owner.Exists(cancellationToken))
                return;
        }
        catch (Exception notReady) when (notReady.IsOfDatabase())
        {
            NoDatabase(logger, notReady.Reason());
            return;
        }

        SetupAddress = $"{address}/setup?token={setup.Open()}";
        Console.WriteLine($"There is no owner yet. Set up the community, once, at {SetupAddress}");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "This community has moved ({Where}): what is written here stays here. Set Database:Provider, or remove {Note} to go on with this copy")]
    private static partial void Moved(ILogger logger, string where, string note);

    [LoggerMessage(LogLevel.Error, "The database cannot be read ({Reason}); where it is not up to date: dotnet run --project src/Community.Cli -- migrate")]
    private static partial void NoDatabase(ILogger logger, string reason);
}
