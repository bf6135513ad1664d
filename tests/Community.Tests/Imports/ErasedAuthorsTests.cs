using Community.Imports;
using Community.Members;
using Community.Privacy;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

public sealed class ErasedAuthorsTests
{
    [Fact]
    public async Task Who_was_erased_comes_back_neither_with_another_source_nor_under_the_old_handle()
    {
        await using var export = await SmallExport.Start();
        var community = export.Community;
        var gone = await community.Person("ann-of-old", state: MemberState.Imported);
        await community.Arrange(db => db.ImportedItems.Add(new ImportedItem { Source = "stackexchange:tea", Kind = "member", Key = "ann", ContentId = gone.MemberId!.Value }));
        var owner = await (await AccountScene.In(community)).ActorOf("olga") with { IsUnconfirmed = false };
        Assert.True((await community.Get<EraseMember>().Run(owner, new(gone.MemberId!.Value, "ann-of-old", "Asked by mail", false, AccountScene.Password, AccountScene.Network))).Ok);
        await community.Get<ContinueErasures>().Run(default);
        export.Topic(1, user: "Ann");
        export.Post(1, 1, user: "Ann");
        export.Post(1, 2, user: "ann-of-old");

        await export.Import();

        var authors = await community.Read(db => db.Posts.OrderBy(p => p.Number).Join(db.Members, p => p.AuthorId, m => m.Id, (p, m) => m.Handle).ToListAsync());
        Assert.Equal(["former-member-1", "ann-of-old_2"], authors);
        Assert.False(await community.Read(db => db.Members.AnyAsync(m => m.DisplayName == "Ann")));
    }
}
