using Community.Members;

namespace Community.Web.Hosting;

/// <summary>Says on the console, once requests are answered, where; and how to begin where there is no owner.</summary>
internal sealed partial class Announcement(
    SiteOrigin origin, FindOwner owner, SetupLink setup, ILogger<Announcement> logger) : IHostedLifecycleService
{
    /// <summary>The whole link, while it is of use.</summary>
    public string? SetupAddress { get; private set; }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = origin.OfServer();
        if (address is null)
            return;
        Console.WriteLine($"Open {address}");
        try
        {
            if (await owner.Exists(cancellationToken))
                return;
        }
        catch (System.Data.Common.DbException notReady)
        {
            NoDatabase(logger, notReady);
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

    [LoggerMessage(LogLevel.Error, "The database cannot be read; bring it up to date with: community migrate")]
    private static partial void NoDatabase(ILogger logger, Exception failure);
}
