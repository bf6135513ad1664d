using Community.Data;
using Community.Discussions;
using Community.Imports;
using Community.Members;
using Community.Privacy;
using Community.Shared.Personal;
using Community.Tests.Privacy;
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
        await Erase(community, "ann-of-old", "ann");
        export.Topic(1, user: "Ann");
        export.Post(1, 1, user: "Ann");
        export.Post(1, 2, user: "ann-of-old");

        await export.Import();

        var authors = await community.Read(db => db.Posts.OrderBy(p => p.Number).Join(db.Members, p => p.AuthorId, m => m.Id, (p, m) => m.Handle).ToListAsync());
        Assert.Equal(["former-member-1", "ann-of-old_2"], authors);
        Assert.False(await community.Read(db => db.Members.AnyAsync(m => m.DisplayName == "Ann")));
    }

    [Fact]
    public async Task Without_the_key_nobody_finds_the_name_by_trying()
    {
        await using var export = await SmallExport.Start();
        var community = export.Community;

        await Erase(community, "ann-of-old", "ann");

        var key = await community.Read(db => db.ImportedItems.Where(i => i.Kind == "member").Select(i => i.Key).SingleAsync());
        Assert.Equal(ImportedNames.Forgotten(community.Get<KeyedHash>(), "ann"), key);
        Assert.NotEqual(ImportedNames.Forgotten(new KeyedHash([.. Enumerable.Repeat((byte)1, KeyedHash.KeyLength)]), "ann"), key);
    }

    [Fact]
    public async Task What_others_wrote_of_them_elsewhere_comes_without_their_name_and_words()
    {
        await using var export = await SmallExport.Start();
        var community = export.Community;
        await Erase(community, "ann-of-old", "ann");
        export.Topic(1, user: "ben");
        export.Topic(2, title: "Where is @Ann?", user: "ben");
        export.Post(2, 1, user: "ben");
        export.Post(1, 1, raw: "SECRET words of hers", user: "ann");
        export.Post(1, 2, raw: "[quote=\"ann, post:1, topic:1\"]\nSECRET words\n[/quote]\n\nSo said @ann. And @Ann, too, not @anna or me@ann.example.", user: "ben");
        export.Post(1, 3, raw: "[quote=\"Ann of Elsewhere, post:1, topic:1, full:true, username:ann\"]\nSECRET words\n[/quote]\n\nA name of another form.", user: "ben");
        export.Post(1, 4, raw: "[quote=\"ANN, post:7, topic:99\"]\nSECRET words\n[/quote]\n\nOf a topic that is not here.", user: "ben");
        export.Post(1, 5, raw: "[quote=\"ben, post:2, topic:1\"]\nNot so SILENT\n[/quote]\n\nOf somebody who is here.", user: "carl");

        await export.Import();

        Assert.Empty(await WholeDatabase.Search(community, "SECRET", "Elsewhere", "@ann "));
        var opening = await community.Read(db => db.Posts.Where(p => p.Number == 1 && p.State == PostState.RemovedByAuthor).Select(p => p.Id).SingleAsync());
        var bodies = await community.Read(db => db.Posts.Where(p => p.Number > 1 || p.Id == opening).OrderBy(p => p.Number).Select(p => p.Body).ToListAsync());
        Assert.Equal($"[quote={opening}]\n…\n[/quote]\n\nSo said @former-member-1. And @former-member-1, too, not @anna or me@ann.example.", bodies[1]);
        Assert.Equal("[quote]\n…\n[/quote]\n\nOf a topic that is not here.", bodies[3]);
        Assert.Contains("SILENT", bodies[4], StringComparison.Ordinal);
        Assert.True(await community.Read(db => db.Topics.AnyAsync(t => t.Title == "Where is @former-member-1?")));
    }

    [Fact]
    public async Task So_do_questions_and_answers()
    {
        await using var file = await SmallFile.Start();
        await Erase(file.Community, "ann-of-old", "ann.lee");
        file.Question(1);
        file.Answer(2, 1, html: "<p>As @ann.lee. said</p>");

        await file.ImportQuestions();

        Assert.Equal("As \\@former-member-1. said", await file.Community.Read(db => db.Posts.Where(p => p.Number == 2).Select(p => p.Body).SingleAsync()));
    }

    [Fact]
    public async Task A_name_with_an_underscore_is_one_name_there_too()
    {
        await using var file = await SmallFile.Start();
        await Erase(file.Community, "ann-of-old", "ann_lee");
        file.Question(1);
        file.Answer(2, 1, html: "<p>As @ann_lee said</p>");

        await file.ImportQuestions();

        Assert.Equal("As \\@former-member-1 said", await file.Community.Read(db => db.Posts.Where(p => p.Number == 2).Select(p => p.Body).SingleAsync()));
    }

    [Fact]
    public async Task Under_another_key_nothing_comes_in()
    {
        await using var export = await SmallExport.Start();
        await Erase(export.Community, "ann-of-old", "ann");
        await export.Community.Get<CommunityData>().Write<int>(async db => await db.ImportedItems.Where(i => i.Kind == "key-of-names").ExecuteUpdateAsync(i => i.SetProperty(x => x.Key, "of a key that was lost")));
        export.Topic(1, user: "ann");
        export.Post(1, 1, user: "ann");

        var refused = await Assert.ThrowsAsync<RefusedImportException>(() => export.Import());

        Assert.Contains("keyed-hash.key", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await export.Community.Read(db => db.Posts.ToListAsync()));
    }

    [Fact]
    public async Task Whoever_is_erased_while_an_import_runs_ends_it_and_the_next_run_goes_on_without_their_name()
    {
        await using var export = await SmallExport.Start();
        // More than one batch, so that there is a moment between two of them.
        export.Topic(1, user: "ben");
        for (var number = 1; number <= 500; number++)
            export.Post(1, number, user: "ben");
        export.Topic(2, user: "ben");
        export.Post(2, 1, user: "ben");
        export.Post(2, 2, raw: "As @ann said", user: "ben");
        var meanwhile = new FirstReport(() => Erase(export.Community, "ann-of-old", "ann").GetAwaiter().GetResult());

        var refused = await Assert.ThrowsAsync<RefusedImportException>(() => export.Import(meanwhile));
        await export.Import();

        Assert.Contains("Run it again", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["As @former-member-1 said"], await export.Community.Read(db => db.Posts.Where(p => p.Body.Contains("As @")).Select(p => p.Body).ToListAsync()));
        Assert.Equal(502, await export.Community.Read(db => db.Posts.CountAsync()));
    }

    [Theory]
    [InlineData("@annさん", "@former-member-1さん")]
    [InlineData("@annは来た。", "@former-member-1は来た。")]
    [InlineData("@ann_ too", "@former-member-1_ too")]
    [InlineData("@ann-- too", "@former-member-1-- too")]
    [InlineData("@ann.さん", "@former-member-1.さん")]
    [InlineData("@ann_lee and @ann-lee and @annaさん", "@ann_lee and @ann-lee and @annaさん")]
    public async Task A_mention_ends_where_one_of_a_member_here_ends(string text, string expected)
    {
        await using var export = await SmallExport.Start();
        await Erase(export.Community, "ann-of-old", "ann");
        export.Topic(1, user: "ben");
        export.Post(1, 1, raw: text, user: "ben");

        await export.Import();

        Assert.Equal(expected, await export.Community.Read(db => db.Posts.Select(p => p.Body).SingleAsync()));
        Assert.Equal(expected, new ErasedPerson(1, "ann", [], [], "former-member-1", false, "en").Without(text));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("se_user_4")]
    public async Task A_number_is_somebody_else_at_another_site(string number)
    {
        await using var file = await SmallFile.Start();
        await Erase(file.Community, "ann-of-old", number, "stackexchange:coffee");
        file.Question(1, html: "<p>How do I?</p>", user: number);

        await file.ImportQuestions();

        var post = await file.Community.Read(db => db.Posts.Join(db.Members, p => p.AuthorId, m => m.Id, (p, m) => new { p.Body, m.DisplayName }).SingleAsync());
        Assert.Equal(("How do I?", number), (post.Body, post.DisplayName));
    }

    [Fact]
    public async Task A_number_at_the_same_site_is_the_same_person()
    {
        await using var file = await SmallFile.Start();
        await Erase(file.Community, "ann-of-old", "4");
        file.Question(1, html: "<p>SECRET</p>", user: "4");
        file.Answer(2, 1, html: "<p>As @4 asked</p>", user: "5");

        await file.ImportQuestions();

        Assert.Equal(["", "As \\@former-member-1 asked"], await file.Community.Read(db => db.Posts.OrderBy(p => p.Number).Select(p => p.Body).ToListAsync()));
    }

    [Fact]
    public async Task Where_authors_choose_their_names_digits_are_a_name()
    {
        await using var export = await SmallExport.Start();
        await Erase(export.Community, "ann-of-old", "1984", "discourse:before");
        export.Topic(1, user: "1984");
        export.Post(1, 1, user: "1984");

        await export.Import();

        Assert.Equal("former-member-1", await export.Community.Read(db => db.Posts.Join(db.Members, p => p.AuthorId, m => m.Id, (_, m) => m.Handle).SingleAsync()));
    }

    private static async Task Erase(TestCommunity community, string handle, string elsewhere, string source = "stackexchange:tea")
    {
        var gone = await community.Person(handle, state: MemberState.Imported);
        await community.Arrange(db => db.ImportedItems.Add(new ImportedItem { Source = source, Kind = "member", Key = elsewhere, ContentId = gone.MemberId!.Value }));
        var owner = await (await AccountScene.In(community)).ActorOf("olga") with { IsUnconfirmed = false };
        Assert.True((await community.Get<EraseMember>().Run(owner, new(gone.MemberId!.Value, handle, "Asked by mail", false, AccountScene.Password))).Ok);
        await community.Get<ContinueErasures>().Run(default);
    }

    /// <summary>Does something when the import first tells how many posts it has written.</summary>
    private sealed class FirstReport(Action act) : IProgress<ImportProgress>
    {
        private bool isDone;

        public void Report(ImportProgress value)
        {
            if (isDone || value.Phase != ImportPhase.Writing)
                return;
            isDone = true;
            act();
        }
    }
}
