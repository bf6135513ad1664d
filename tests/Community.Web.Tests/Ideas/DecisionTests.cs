using System.Net;
using System.Text.RegularExpressions;
using Community.Data;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Shared;
using Community.Testing;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Ideas;

/// <summary>What the team is told once it has decided, and the way back that stands beside it.</summary>
public sealed class DecisionTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Board = "decided";
    private const string OtherBoard = "decided-elsewhere";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_status_leads_a_moderator_to_the_log_where_it_is_taken_back()
    {
        using var mai = await Guest.Of(app, Role.Moderator);
        var idea = await Idea(mai, "A cup that keeps tea warm");

        var told = await Told(mai, await Decide(mai, idea, ("to", "planned"), ("text", "It comes with the autumn catalogue.")));
        Assert.Contains("The status is “Planned” now.", told, StringComparison.Ordinal);
        Assert.Contains($"href=\"/moderation/log?about=Idea%3A{await IdOf(idea)}\"", told, StringComparison.Ordinal);
        var log = (await mai.Get($"/moderation/log?about=Idea%3A{await IdOf(idea)}")).Text;
        Assert.Contains("Open → Planned", WebUtility.HtmlDecode(log), StringComparison.Ordinal);
        var entry = Regex.Match(log, "name=\"entry\" value=\"(\\d+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await mai.Send("/moderation/log", "undo", ("entry", entry))).Status);

        Assert.Equal(IdeaStatus.Open, await StatusOf(idea));
    }

    [Fact]
    public async Task The_brands_team_decides_and_is_led_to_its_own_form()
    {
        using var brand = await Guest.Of(app, Role.Brand);
        var idea = await Idea(brand, "A lid that does not roll away");

        var told = await Told(brand, await Decide(brand, idea, ("to", "under-review"), ("text", "")));

        Assert.Equal(IdeaStatus.UnderReview, await StatusOf(idea));
        Assert.Contains("The status is “Under review” now.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("/moderation/log", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_alone_leaves_the_status_and_stands_on_top()
    {
        using var brand = await Guest.Of(app, Role.Brand);
        var idea = await Idea(brand, "A spoon that folds twice");

        var told = await Told(brand, await Decide(brand, idea, ("to", "open"), ("text", "We are asking the workshop about the hinge.")));

        Assert.Equal(IdeaStatus.Open, await StatusOf(idea));
        Assert.Contains("Your answer stands on top now.", told, StringComparison.Ordinal);
        Assert.Contains("about the hinge", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merging_leads_to_unmerging_which_shows_who_backs_each_and_back_again()
    {
        using var brand = await Guest.Of(app, Role.Brand);
        var (source, target) = (await Idea(brand, "A hook for the lantern"), await Idea(brand, "Somewhere to hang the lantern"));
        using var ann = await FormerGuest();
        using var ben = await FormerGuest();
        await Backs(ann, source, target);
        await Backs(ben, target);

        var told = await Told(brand, await brand.Send($"/ideas/{source}/team/merge?into={target}", "merge"));
        Assert.Equal(2, await Get<CommunityData>().Read(db => db.Ideas.Where(i => i.Number == target).Select(i => i.BackerCount).SingleAsync(Cancel)));
        Assert.Contains("“A hook for the lantern” is told here now.", told, StringComparison.Ordinal);
        Assert.Contains($"href=\"/ideas/{source}/team/merge\"", told, StringComparison.Ordinal);
        var apart = (await brand.Get($"/ideas/{source}/team/merge")).Text;
        Assert.Contains("1 person backs it", apart, StringComparison.Ordinal);
        Assert.Contains("2 people back it", apart, StringComparison.Ordinal);

        told = await Told(brand, await brand.Send($"/ideas/{source}/team/merge", "unmerge"));
        Assert.Contains("Each idea has its own votes again.", told, StringComparison.Ordinal);
        Assert.Contains($"href=\"/ideas/{source}/team/merge?into={target}\"", told, StringComparison.Ordinal);
        Assert.Contains("Merge these two?", (await brand.Get($"/ideas/{source}/team/merge?into={target}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_wish_is_looked_at_refused_beside_its_field_and_made_an_idea_of_its_own()
    {
        using var brand = await Guest.Of(app, Role.Brand);
        var whole = await Idea(brand, "A pan with a lid and a bag");
        var before = await Count();

        var looked = await brand.Send($"/ideas/{whole}/team/split", "split", ("title", "A bag for the pan"), ("body", "The pan **blackens** all that lies beside it."), ("step", "preview"));
        Assert.Contains("<strong>blackens</strong>", looked.Text, StringComparison.Ordinal);
        var refused = await brand.Send($"/ideas/{whole}/team/split", "split", ("title", "Bag"), ("body", "The pan blackens all that lies beside it."), ("step", "post"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("id=\"title-error\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("The pan blackens all", refused.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Count());

        var told = await Told(brand, await brand.Send($"/ideas/{whole}/team/split", "split", ("title", "A bag for the pan"), ("body", "The pan blackens all that lies beside it."), ("step", "post")));

        Assert.Equal(before + 1, await Count());
        Assert.Contains("This is an idea of its own now.", told, StringComparison.Ordinal);
        Assert.Contains($"/team/merge?into={whole}\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idea_is_moved_and_moved_back_by_the_link_that_says_so()
    {
        using var brand = await Guest.Of(app, Role.Brand);
        var idea = await Idea(brand, "A map that does not tear");

        var told = await Told(brand, await brand.Send($"/ideas/{idea}/team/move", "move", ("board", OtherBoard), ("reason", "It is about paper.")));
        Assert.Contains("The idea stands in “Elsewhere” now.", told, StringComparison.Ordinal);
        var back = $"/ideas/{idea}/team/move?to={Board}";
        Assert.Contains($"href=\"{back}\"", told, StringComparison.Ordinal);
        Assert.Matches($"<option value=\"{Board}\" selected", (await brand.Get(back)).Text);
        await brand.Send(back, "move", ("board", Board));

        Assert.Equal(Board, await Get<CommunityData>().Read(db => db.Ideas.Where(i => i.Number == idea).Select(i => db.IdeaBoards.First(b => b.Id == i.BoardId).Slug).SingleAsync(Cancel)));
    }

    [Theory]
    [InlineData("done=merge&of=999999")]
    [InlineData("done=merge&of=x")]
    [InlineData("done=unmerge&of=x")]
    [InlineData("done=split")]
    [InlineData("done=answer")]
    [InlineData("done=anything")]
    public async Task An_address_that_somebody_made_up_says_nothing_that_is_not_so(string query)
    {
        using var mai = await Guest.Of(app, Role.Moderator);
        var idea = await Idea(mai, $"A tent with {Guid.NewGuid():N} pegs");

        Assert.DoesNotContain("notice good", await Told(mai, $"/ideas/{idea}?{query}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_is_told_to_nobody_but_the_team()
    {
        using var brand = await Guest.Of(app, Role.Brand);
        using var ann = await Guest.Of(app, Role.Member);
        var idea = await Idea(brand, "A bell that rings by itself");
        var leads = await Decide(brand, idea, ("to", "under-review"), ("text", ""));

        Assert.DoesNotContain("notice good", await Told(ann, leads), StringComparison.Ordinal);
        using var visitor = Guest.Visitor(app);
        Assert.DoesNotContain("notice good", await Told(visitor, leads), StringComparison.Ordinal);
    }

    private T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    private static async Task<string> Decide(Guest by, long idea, params (string Name, string Value)[] fields)
    {
        var answer = await by.Send($"/ideas/{idea}/team", "status", [.. fields, ("step", "post")]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Location!;
    }

    private static Task<string> Told(Guest to, Answer answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return Told(to, answer.Location!);
    }

    /// <summary>The page to which an address leads in the end.</summary>
    private static async Task<string> Told(Guest to, string address)
    {
        for (var step = 0; step < 3; step++)
        {
            var (status, text, location) = await to.Follow(address);
            if (location is null)
            {
                Assert.Equal(HttpStatusCode.OK, status);
                return WebUtility.HtmlDecode(text);
            }

            address = location;
        }

        throw new InvalidOperationException($"{address} leads on and on.");
    }

    private async Task<long> Idea(Guest by, string title)
    {
        await OpenBoards();
        var answer = await by.Send($"/ideas/new?board={Board}", "idea", ("title", title), ("body", $"Nobody sells one of these, and all of us ask for it. {Guid.NewGuid()}"), ("step", "post"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return long.Parse(Regex.Match(answer.Location!, "/ideas/(\\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Somebody whose votes count at once.</summary>
    private async Task<Guest> FormerGuest()
    {
        var guest = await Guest.Of(app, Role.Member);
        await Get<CommunityData>().Write<Done>(async db =>
        {
            await db.Members.Where(m => m.Id == guest.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedAt, x => DateTimeOffset.UnixEpoch), Cancel);
            return Done.Yes;
        });
        return guest;
    }

    private static async Task Backs(Guest who, params long[] ideas)
    {
        foreach (var idea in ideas)
            Assert.Equal(HttpStatusCode.SeeOther, (await who.Force($"/ideas/{idea}/vote", "", ("wanted", "yes"))).Status);
    }

    private async Task OpenBoards() => await Get<CommunityData>().Write<Done>(async db =>
    {
        if (!await db.IdeaBoards.AnyAsync(b => b.Slug == Board, Cancel))
        {
            db.IdeaBoards.AddRange(
                new IdeaBoard { Id = 81, Slug = Board, Name = new LocalizedText("願い", "Wishes"), Statuses = IdeaStatuses.OfBoards },
                new IdeaBoard { Id = 82, Slug = OtherBoard, Name = new LocalizedText("よそ", "Elsewhere"), Statuses = IdeaStatuses.OfBoards });
        }

        return Done.Yes;
    });

    private Task<int> Count() => Get<CommunityData>().Read(db => db.Ideas.CountAsync(Cancel));

    private Task<long> IdOf(long idea) => Get<CommunityData>().Read(db => db.Ideas.Where(i => i.Number == idea).Select(i => i.Id).SingleAsync(Cancel));

    private Task<IdeaStatus> StatusOf(long idea) => Get<CommunityData>().Read(db => db.Ideas.Where(i => i.Number == idea).Select(i => i.Status).SingleAsync(Cancel));
}
