using System.Globalization;

namespace Community.Forums;

/// <summary>How a live thread is run, as the log keeps it.</summary>
/// <param name="IsLive">Whether the topic is one.</param>
/// <param name="IsReadOnly">Only hosts and moderators write.</param>
/// <param name="SlowSeconds">The shortest time between two posts of one member; null for none.</param>
/// <param name="SlowUntil">When that ends by itself; null for never.</param>
/// <param name="Hosts">The ids of its hosts.</param>
public sealed record LiveThread(bool IsLive, bool IsReadOnly, int? SlowSeconds, DateTimeOffset? SlowUntil, IReadOnlyList<long> Hosts)
{
    public static LiveThread None { get; } = new(false, false, null, null, []);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static LiveThread Read(string? text)
    {
        var parts = (text ?? "").Split(' ').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part.Length > 1 ? part[1] : "");
        return new LiveThread(
            parts.ContainsKey("live"),
            parts.ContainsKey("read-only"),
            parts.TryGetValue("slow", out var slow) ? int.Parse(slow, CultureInfo.InvariantCulture) : null,
            parts.TryGetValue("until", out var until) ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) : null,
            parts.TryGetValue("hosts", out var hosts) ? [.. hosts.Split(',').Select(host => long.Parse(host, CultureInfo.InvariantCulture))] : []);
    }

    public override string ToString()
    {
        var parts = new List<string>();
        if (IsLive)
            parts.Add("live");
        if (IsReadOnly)
            parts.Add("read-only");
        if (SlowSeconds is { } slow)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"slow={slow}"));
        if (SlowUntil is { } until)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"until={until.ToUnixTimeSeconds()}"));
        if (Hosts.Count > 0)
            parts.Add("hosts=" + string.Join(',', Hosts.Order().Select(host => host.ToString(CultureInfo.InvariantCulture))));
        return string.Join(' ', parts);
    }
}
