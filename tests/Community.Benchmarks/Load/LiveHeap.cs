using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Runtime;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace Community.Benchmarks.Load;

/// <summary>What is alive in another process's managed heap: it is told to collect, and what was left is added up.</summary>
internal static class LiveHeap
{
    /// <summary>The bytes of all objects; the gaps between them do not count.</summary>
    public static async Task<long> Of(int process)
    {
        await Collect(process);
        // In a process of its own: threads that were in the debugging library end this one when it has been unloaded.
        var info = new ProcessStartInfo("dotnet", [typeof(LiveHeap).Assembly.Location, "--heap", process.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var counting = Process.Start(info)!;
        return long.Parse(await counting.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Of a process that has just collected.</summary>
    public static long Count(int process)
    {
        using var target = DataTarget.CreateSnapshotAndAttach(process);
        using var runtime = target.ClrVersions[0].CreateRuntime();
        return runtime.Heap.EnumerateObjects().Where(one => !one.IsFree).Sum(one => (long)one.Size);
    }

    private static async Task Collect(int process)
    {
        var collected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var session = await new DiagnosticsClient(process).StartEventPipeSessionAsync(
            [new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, (long)(ClrTraceEventParser.Keywords.GC | ClrTraceEventParser.Keywords.GCHeapCollect))], requestRundown: false, 16, CancellationToken.None);
        using var source = new EventPipeEventSource(session.EventStream);
        var isWhole = false;
        source.Clr.GCStart += start => isWhole |= start.Depth == 2;
        source.Clr.GCStop += _ =>
        {
            if (isWhole)
                collected.TrySetResult();
        };
        var reading = Task.Run(source.Process);
        await collected.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await session.StopAsync(CancellationToken.None);
        await reading;
    }
}
