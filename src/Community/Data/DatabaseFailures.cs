using System.Data.Common;
using System.Net.Sockets;

namespace Community.Data;

/// <summary>Tells failures of the database from others. Providers wrap what may pass by itself in exceptions of other kinds.</summary>
public static class DatabaseFailures
{
    /// <summary>Whether it is the database that is away, not up to date or being replaced.</summary>
    public static bool IsOfDatabase(this Exception failure) => Causes(failure).Any(cause => cause is DbException or SocketException or TimeoutException);

    /// <summary>Whether the same may succeed in a while: the database is away or overwhelmed.</summary>
    public static bool MayPass(this Exception failure) => Causes(failure).Any(cause => cause is DbException { IsTransient: true } or SocketException or TimeoutException);

    /// <summary>What the database says, on one line.</summary>
    public static string Reason(this Exception failure) =>
        (Causes(failure).FirstOrDefault(cause => cause is DbException) ?? failure).Message.ReplaceLineEndings(" ");

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
