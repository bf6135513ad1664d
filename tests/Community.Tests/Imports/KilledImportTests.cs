using Community.Testing;
using Community.Tests.Support;

namespace Community.Tests.Imports;

public sealed class KilledImportTests
{
    [Fact]
    public async Task A_run_killed_half_way_is_finished_by_the_next()
    {
        var folder = TestData.Require("forum-urho3d-discourse");
        using var tool = new CommandLine();
        await tool.Do("migrate");
        using var first = tool.Start("import", "discourse", folder);

        // Killed without warning once something, but not all, is there.
        while (!first.HasExited && tool.Number("SELECT count(*) FROM topics") < 300)
            await Task.Yield();
        first.Kill();
        await first.WaitForExitAsync();
        var left = tool.Number("SELECT count(*) FROM topics");
        var whole = tool.Number("SELECT count(*) FROM discussions d WHERE d.last_number = (SELECT count(*) FROM posts p WHERE p.discussion_id = d.id)");
        await tool.Do("verify");
        await tool.Do("import", "discourse", folder);

        Assert.InRange(left, 300, 3267);
        Assert.Equal(left, whole);
        Assert.Equal(SourceReader.Topics(folder).Count, tool.Number("SELECT count(*) FROM topics"));
        Assert.Equal(SourceReader.Posts(folder).Count, tool.Number("SELECT count(*) FROM posts WHERE state <> 'Gap'"));
        Assert.Equal(SourceReader.Topics(folder).Count, tool.Number("SELECT max(number) FROM topics"));
        await tool.Do("verify");
    }

    [Fact]
    public async Task A_run_over_threads_killed_half_way_is_finished_by_the_next()
    {
        var file = TestData.Require("forum-ja-open2ch/threads.jsonl");
        using var tool = new CommandLine();
        await tool.Do("migrate");
        using var first = tool.Start("import", "threads", file);

        while (!first.HasExited && tool.Number("SELECT count(*) FROM topics") < 300)
            await Task.Yield();
        first.Kill();
        await first.WaitForExitAsync();
        var left = tool.Number("SELECT count(*) FROM topics");
        await tool.Do("verify");
        await tool.Do("import", "threads", file);

        Assert.InRange(left, 300, 2000);
        Assert.Equal((2000, 4581, 2), (tool.Number("SELECT count(*) FROM topics"), tool.Number("SELECT count(*) FROM posts"), tool.Number("SELECT count(*) FROM members")));
        await tool.Do("verify");
    }
}
