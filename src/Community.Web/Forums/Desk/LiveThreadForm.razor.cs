using System.Globalization;
using Community.Forums;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Forums.Desk;

/// <summary>How a topic is run as a live thread.</summary>
public sealed partial class LiveThreadForm(RunLiveThread run, TimeProvider time)
{
    private const string Kept = "kept";
    private static readonly int[] Intervals = [15, 30, 60, 5 * 60, 15 * 60, 60 * 60, 6 * 60 * 60, 24 * 60 * 60];
    private static readonly int[] Hours = [1, 3, 6, 24];

    [Parameter, EditorRequired]
    public TopicDesk Topic { get; set; } = default!;

    /// <summary>Where the topic is read.</summary>
    [Parameter, EditorRequired]
    public string Reader { get; set; } = "";

    [SupplyParameterFromForm(Name = "is-live", FormName = "live")]
    private bool IsLive { get; set; }

    [SupplyParameterFromForm(Name = "read-only", FormName = "live")]
    private bool IsReadOnly { get; set; }

    [SupplyParameterFromForm(Name = "slow", FormName = "live")]
    private string? SlowSeconds { get; set; }

    [SupplyParameterFromForm(Name = "slow-for", FormName = "live")]
    private string? SlowHours { get; set; }

    [SupplyParameterFromForm(Name = "hosts", FormName = "live")]
    private string? Hosts { get; set; }

    [SupplyParameterFromForm(Name = "live-reason", FormName = "live")]
    private string? LiveReason { get; set; }

    private bool IsSent => Hosts is not null || LiveReason is not null;

    private IEnumerable<(string Value, string Text)> Slow =>
        [("", T["DeskSlowOff"]), .. Intervals.Union(Topic.SlowSeconds is { } set ? [set] : []).Order().Select(seconds => (Number(seconds), T.Interval(seconds)))];

    private IEnumerable<(string Value, string Text)> SlowFor =>
        [.. Topic.SlowUntil is null ? [] : new[] { (Kept, T["DeskSlowKept"].Value) }, ("", T["DeskSlowForever"]), .. Hours.Select(hours => (Number(hours), T["DeskSlowIn", T.Interval(hours * 3600)].Value))];

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private async Task Save()
    {
        var until = SlowHours == Kept ? Topic.SlowUntil : QueryNumber.Int(SlowHours) is { } hours and > 0 and <= 24 ? time.GetUtcNow().AddHours(hours) : (DateTimeOffset?)null;
        // An interval that is no number can only come from a form that is not ours, and changes nothing.
        var slow = SlowSeconds is "" ? null : QueryNumber.Int(SlowSeconds) ?? Topic.SlowSeconds;
        var hosts = (Hosts ?? "").Split([',', '、', ' ', '　'], StringSplitOptions.RemoveEmptyEntries);
        Finish(await run.Run(Actor, new RunLiveThread.Input(Topic.Number, IsLive, IsReadOnly, slow, until, hosts, LiveReason), Cancel), Reader);
    }
}
