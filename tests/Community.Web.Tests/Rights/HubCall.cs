using System.Globalization;
using System.Net;
using Community.Web.Hosting;
using Community.Web.Tests.Live;
using Microsoft.AspNetCore.SignalR;

namespace Community.Web.Tests.Rights;

/// <summary>Connects to the hub as the program of a persona, and calls one of its methods.</summary>
internal static class HubCall
{
    /// <summary>What stands in the matrix where a door of HTTP has its method.</summary>
    public const string Method = "CALL";

    public static async Task<(Right? Met, HttpStatusCode Status, bool IsDocumented)> Of(string address, Persona persona, string? method, string[] values)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var connection = HubProgram.Of(address, persona.Token);
        await connection.StartAsync(cancel);
        object[] arguments = [.. values.Select((value, at) => at == 0 ? (object)value : long.Parse(value, CultureInfo.InvariantCulture))];
        try
        {
            if (method is not null)
                await connection.InvokeCoreAsync(method, typeof(object), arguments, cancel);
            return (Right.Open, HttpStatusCode.OK, true);
        }
        catch (HubException refused) when (refused.Message.EndsWith("not-found", StringComparison.Ordinal))
        {
            return (Right.Absent, HttpStatusCode.NotFound, true);
        }
    }
}
