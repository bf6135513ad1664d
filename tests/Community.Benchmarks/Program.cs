using System.Globalization;
using BenchmarkDotNet.Running;
using Community.Benchmarks;
using Community.Benchmarks.Load;

// Scenarios run under load against a whole app; everything else is a BenchmarkDotNet class and takes its arguments.
switch (args)
{
    case ["--list"]:
        foreach (var scenario in Scenarios.All)
            Console.WriteLine($"{scenario.Name,-24} {scenario.Purpose}");

        Console.WriteLine($"{"all",-24} every one of these, as one table");
        return 0;
    case ["all"]:
        await Scenarios.RunAll();
        return 0;
    case ["--bare", var port, var file]:
        await BareServer.Run(int.Parse(port, CultureInfo.InvariantCulture), file);
        return 0;
    case ["--bare-hub", var port]:
        await BareHub.Run(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["--heap", var process]:
        Console.WriteLine(LiveHeap.Count(int.Parse(process, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
        return 0;
    case ["--community", .. var settings]:
        await ObservedServer.Run(settings);
        return 0;
    case []:
        Console.Error.WriteLine("Name a scenario of --list, or give BenchmarkDotNet's arguments, such as --filter '*'.");
        return 1;
    case [var name] when Scenarios.Find(name) is { } scenario:
        await scenario.Run();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Scenarios).Assembly).Run(args);
        return 0;
}
