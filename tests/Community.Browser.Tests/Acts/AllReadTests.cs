using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>All read, and its way back; numbered like the behaviours that were asked for.</summary>
public sealed class AllReadTests(Browser browser, SeededSite site)
{
    private const string MarkAllRead = "すべて既読にする";
    private const string Undo = "元に戻す";

    [Fact]
    public async Task _15_All_read_and_its_way_back_stand_in_sight_at_the_head_of_the_list()
    {
        await site.Begins("坂道の自転車をどう止めますか");
        await using var reader = await site.Arrives(browser, await site.Joins("saka"), Words.Japanese);
        foreach (var list in (string[])["/forums/general", "/forums"])
        {
            await reader.Opens(list);
            await Assertions.Expect(reader.Button(MarkAllRead)).ToBeInViewportAsync();

            await reader.Presses(MarkAllRead);

            await Assertions.Expect(reader.Button(Undo)).ToBeInViewportAsync();
            Assert.True((await reader.Button(Undo).BoundingBoxAsync())!.Y < (await reader.Page.Locator(".topic-row, .forum-row").First.BoundingBoxAsync())!.Y);
            await reader.Presses(Undo);
        }
    }

    [Fact]
    public async Task _15_The_way_back_from_all_read_goes_when_it_is_over_and_leaves_focus_where_it_belongs()
    {
        await site.Begins("灯台の階段は何段ありますか");
        await using var reader = await site.Arrives(browser, await site.Joins("hatoba"), Words.Japanese);
        await reader.Opens("/forums/general");
        await reader.Page.Clock.InstallAsync();

        await reader.Presses(MarkAllRead);
        await Assertions.Expect(reader.Button(Undo)).ToBeVisibleAsync();
        await reader.Button(Undo).FocusAsync();
        await reader.Button(Undo).HoverAsync();
        await reader.Page.Clock.RunForAsync(10_000);

        await Assertions.Expect(reader.Button(Undo)).ToHaveCountAsync(0);
        await Assertions.Expect(reader.Button(MarkAllRead)).ToBeFocusedAsync();
        // Said once more, it can be taken back once more.
        await reader.Presses(MarkAllRead);
        await reader.Presses(Undo);
        await Assertions.Expect(reader.Page.Locator(".topic-row.read")).ToHaveCountAsync(0);
        await Assertions.Expect(reader.Button(Undo)).ToHaveCountAsync(0);
        Assert.Empty(reader.Visitor.Complaints);
    }
}
