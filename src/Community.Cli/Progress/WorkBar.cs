using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Community.Cli.Progress;

/// <summary>How far long work has come: a bar with rate and time left on a terminal, a plain line now and then otherwise.</summary>
internal static class WorkBar
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <param name="what">What is being done, in a word or two.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="work">Tells what is done and how much there is in all.</param>
    public static Task<T> Show<T>(string what, string unit, Func<Action<long, long>, Task<T>> work) =>
        Console.IsErrorRedirected || Console.IsOutputRedirected ? Lines(what, unit, work) : Bar(what, unit, work);

    private static async Task<T> Lines<T>(string what, string unit, Func<Action<long, long>, Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        var next = BetweenLines;
        return await work((done, total) =>
        {
            if (clock.Elapsed < next || total == 0)
                return;
            next = clock.Elapsed + BetweenLines;
            var rate = done / clock.Elapsed.TotalSeconds;
            var left = rate > 0 ? TimeSpan.FromSeconds((total - done) / rate) : TimeSpan.Zero;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {done:N0} of {total:N0} {unit}, {rate:N0} a second, {left:hh\\:mm\\:ss} left"));
        });
    }

    private static async Task<T> Bar<T>(string what, string unit, Func<Action<long, long>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(unit), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(what));
                var result = await work((done, total) =>
                {
                    task.MaxValue = Math.Max(1, total);
                    task.Value = done;
                });
                task.Value = task.MaxValue;
                return result;
            });
    }

    private sealed class RateColumn(string unit) : ProgressColumn
    {
        public override Spectre.Console.Rendering.IRenderable Render(Spectre.Console.Rendering.RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:N0} {unit}/s") : "");
    }
}
