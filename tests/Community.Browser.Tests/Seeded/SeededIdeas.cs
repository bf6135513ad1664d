using Community.Ideas;
using Community.Ideas.Merging;
using Community.Ideas.Votes;
using Community.Shared;

namespace Community.Browser.Tests.Seeded;

/// <summary>Ideas in each state that a page shows.</summary>
internal sealed class SeededIdeas(Func<Who, Actor> actors, IServiceProvider services)
{
    private const string Board = "ideas";

    /// <returns>The address of one that is planned, answered and merged into, that of what was merged, and that of one that is shipped.</returns>
    public async Task<(string Planned, string Merged, string Shipped)> Add()
    {
        var planned = await Submit(Who.Aoi, "Repair parts one at a time", "A single buckle should not cost a whole strap set. Let us order buckles, zips and poles by the piece.", "repair");
        var same = await Submit(Who.Ren, "バックルだけを買えるようにしてほしい", "壊れたのはバックルひとつなのに、セットで買うしかありません。ひとつから買えるとうれしいです。", "修理");
        var shipped = await Submit(Who.Ren, "テントを一泊だけ借りられるように", "買う前に一度使ってみたいです。設営で困ったときに電話できる人がいると安心です。", null);
        await Submit(Who.Aoi, "A winter meet-up in the north", "Most meet-ups are in the south. Snow people exist, and some of us would even cook.", null);
        foreach (var who in new[] { Who.Aoi, Who.Ren, Who.Mia })
            Must(await Get<VoteForIdea>().Run(actors(who), new VoteForIdea.Input(planned.Number, new VoteForIdea.Vote(Importance.Important, who == Who.Ren ? "直して長く使いたい" : null))));
        Must(await Get<VoteForIdea>().Run(actors(Who.Aoi), new VoteForIdea.Input(shipped.Number, new VoteForIdea.Vote())));
        Must(await Get<CommentOnIdea>().Run(actors(Who.Ren), new CommentOnIdea.Input(same.Number, "色違いも選べるともっとうれしいです。", null, Guid.NewGuid())));
        Must(await Get<MergeIdeas>().Run(actors(Who.Mia), new MergeIdeas.Input(same.Number, planned.Number)));
        await Bring(planned.Number, IdeaStatus.Planned, "We start with buckles and zips in March. Poles need a new packing line; more in January.");
        await Bring(shipped.Number, IdeaStatus.Shipped, "春から三つの店で貸し出しを始めました。声を寄せてくださったみなさん、ありがとうございました。");
        return ($"/ideas/{planned.Number}/{planned.Slug}", $"/ideas/{planned.Number}/from/{same.Number}", $"/ideas/{shipped.Number}/{shipped.Slug}");
    }

    private async Task<SubmitIdea.Submitted> Submit(Who who, string title, string body, string? tags) =>
        Must(await Get<SubmitIdea>().Run(actors(who), new SubmitIdea.Input(Board, title, body, tags, Guid.NewGuid())));

    private async Task Bring(long idea, IdeaStatus to, string text) => Must(await Get<SetIdeaStatus>().Run(actors(Who.Mia), new SetIdeaStatus.Input(idea, to, text, Guid.NewGuid())));

    private T Get<T>()
        where T : notnull => (T)services.GetService(typeof(T))!;

    private static T Must<T>(Result<T> result) => result.Ok ? result.Value : throw new InvalidOperationException(result.Problem.Code);
}
