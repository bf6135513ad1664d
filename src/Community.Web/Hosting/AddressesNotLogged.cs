using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>
/// Keeps the framework's log of requests off, whatever the settings say, for one kind of log or for all: it holds their
/// addresses whole, and a program's token may stand in that of the hub.
/// </summary>
internal sealed class AddressesNotLogged : IPostConfigureOptions<LoggerFilterOptions>
{
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        // A rule for one kind of log goes before one for all, however little it names.
        foreach (var log in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
            options.Rules.Add(new LoggerFilterRule(log, Requests, LogLevel.Warning, null));
    }
}
