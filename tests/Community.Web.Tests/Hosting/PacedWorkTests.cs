using Community.Web.Hosting;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Hosting;

public sealed class PacedWorkTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly HeldTime time = new();
    private readonly PacedWork<string, long> work;
    private readonly List<long> done = [];
    private long version = 1;

    public PacedWorkTests() => work = new(time, Pause, TimeSpan.FromSeconds(5), 10);

    [Fact]
    public async Task What_has_not_changed_is_made_once_for_all_who_ask()
    {
        var all = await Task.WhenAll(Ask(), Ask(), Ask());

        Assert.Equal([1, 1, 1], all);
        Assert.Equal([1], done);
    }

    [Fact]
    public async Task What_changes_within_the_pause_is_made_at_its_end_as_it_is_by_then()
    {
        await Ask();
        version = 2;
        var asked = Ask();
        await Waiting();
        version = 3;
        var later = Ask();

        Assert.False(asked.IsCompleted);
        time.Pass(Pause);

        var both = await Task.WhenAll(asked, later);
        Assert.Equal([3, 3], both);
        Assert.Equal([1, 3], done);
    }

    [Fact]
    public async Task What_changes_after_the_pause_is_made_at_once()
    {
        await Ask();
        time.Pass(Pause);
        version = 2;

        Assert.Equal(2, await Ask());
    }

    [Fact]
    public async Task Who_asks_while_it_is_made_of_an_older_version_does_not_get_that()
    {
        var (began, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = work.Of("page", () => version, async made =>
        {
            began.SetResult();
            await goesOn.Task;
            return made;
        });
        await began.Task;
        version = 2;
        var second = Ask();
        await Waiting();
        goesOn.SetResult();
        time.Pass(Pause);

        var both = await Task.WhenAll(first, second);
        Assert.Equal([1, 2], both);
    }

    [Fact]
    public async Task What_failed_is_tried_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => work.Of("page", () => version, _ => throw new InvalidOperationException()));
        time.Pass(Pause);

        Assert.Equal(1, await Ask());
    }

    public void Dispose() => work.Dispose();

    /// <summary>Until whoever asked last waits for the end of the pause.</summary>
    private async Task Waiting()
    {
        while (!time.IsWaitedFor)
            await Task.Yield();
    }

    private Task<long> Ask() => work.Of("page", () => version, made =>
    {
        done.Add(made);
        return Task.FromResult(made);
    });
}
