using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Community.Postgres;

/// <summary>UTC in whole microseconds, which is what <c>timestamptz</c> holds.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    time => new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
    stored => stored);
