using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Community.Sqlite;

/// <summary>UTC as microseconds since 1970, so that times sort and index as integers.</summary>
internal sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
    time => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));
