using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Forums;
using Community.Imports.Contract;
using Community.Members;
using Community.Privacy;
using Community.Shared;
using Community.Shared.Personal;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Tests.Privacy;

public sealed class ContinueErasuresTests
{
    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_at_the_next_start()
    {
        await using var scene = await PrivacyScene.Start();
        PrivacyScene.Must(await scene.EraseMyself());
        using var killed = new CancellationTokenSource();
        var heard = scene.Community.Get<Heard<PostErased>>();
        heard.Then = () =>
        {
            if (heard.Events.Count == 2)
                killed.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.Community.Get<ContinueErasures>().Run(killed.Token));
        Assert.Equal(2, heard.Events.Count);
        Assert.NotEmpty(await WholeDatabase.Search(scene.Community, PrivacyScene.Words));
        Assert.Empty(await scene.Differences());
        await scene.Continue();

        Assert.Empty(await WholeDatabase.Search(scene.Community, PrivacyScene.Words, PrivacyScene.Handle));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Whoever_writes_while_they_are_erased_leaves_nothing()
    {
        await using var scene = await PrivacyScene.Start();
        var id = (await scene.Post(scene.BensReply)).DiscussionId;

        async Task Write(int writer)
        {
            for (var n = 0; n < 20; n++)
            {
                await scene.Community.Get<PostReply>().Run(scene.Kana, new PostReply.Input(scene.Others, $"Still {PrivacyScene.Words}, number {n} of {writer}.", null, Guid.NewGuid()));
                await scene.Community.Get<React>().Run(scene.Kana, new React.Input(scene.BensReply, n % 2 == 0 ? ReactionKind.Clap : null));
                await scene.Community.Get<MarkRead>().Run(scene.Kana, new MarkRead.Input(id, n));
                await scene.Community.Get<UpdateProfile>().Run(scene.Kana, new UpdateProfile.Input($"{PrivacyScene.Words} {n}", ""), default);
            }
        }

        async Task Erase()
        {
            PrivacyScene.Must(await scene.EraseMyself());
            await scene.Community.Get<ContinueErasures>().Run(default);
        }

        await Task.WhenAll(Task.Run(() => Write(1)), Task.Run(() => Write(2)), Task.Run(Erase));
        await scene.Continue();

        Assert.Empty(await WholeDatabase.Search(scene.Community, PrivacyScene.Words, PrivacyScene.Handle));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task A_quote_that_was_taken_before_is_empty_when_it_is_posted_after()
    {
        await using var scene = await PrivacyScene.Start();
        var quote = await scene.Community.Get<ReadQuote>().Run(scene.Ben, scene.KanasReply);
        PrivacyScene.Must(await scene.EraseMyself());
        await scene.Continue();

        var late = await scene.Reply(scene.Ben, scene.Others, quote + "An answer that took a while to write.");

        Assert.Equal($"[quote={scene.KanasReply}]\n…\n[/quote]\n\nAn answer that took a while to write.", (await scene.Post(late)).Body);
    }

    [Fact]
    public async Task A_later_import_does_not_bring_the_words_back()
    {
        await using var scene = await PrivacyScene.Start();
        var (kana, ben, now) = (scene.Kana.MemberId!.Value, scene.Ben.MemberId!.Value, scene.Community.Time.Now);
        PrivacyScene.Must(await scene.EraseMyself());
        await scene.Continue();
        var forum = await scene.Community.Read(db => db.Forums.Where(f => f.Slug == "talk").Select(f => f.Id).SingleAsync());

        ImportedTopic Topic(long id, long starter, long answerer) => new()
        {
            Id = id,
            ForumId = forum,
            Title = starter == kana ? $"By {PrivacyScene.Words}" : "By Ben",
            AuthorId = starter,
            CreatedAt = now,
            Tags = starter == kana ? ["onlykanas"] : [],
            Posts =
            [
                new() { Id = id + 1, Number = 1, AuthorId = starter, CreatedAt = now, Body = starter == kana ? PrivacyScene.Words : "Ben's", Html = "<p></p>" },
                new() { Id = id + 2, Number = 2, AuthorId = answerer, CreatedAt = now, Body = answerer == kana ? PrivacyScene.Words : "Ben's", Html = "<p></p>" },
            ],
        };
        PrivacyScene.Must(await scene.Community.Data.Write<Done>(db =>
        {
            db.Raise(new TopicsImported([Topic(1000, kana, ben), Topic(2000, ben, kana)]));
            return Task.FromResult<Result<Done>>(Done.Yes);
        }));

        Assert.Empty(await WholeDatabase.Search(scene.Community, PrivacyScene.Words, "onlykanas"));
        Assert.Equal((PostState.Visible, "Ben's"), ((await scene.Post(2001)).State, (await scene.Post(2001)).Body));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task The_names_are_forgotten_only_when_all_is_settled()
    {
        await using var scene = await PrivacyScene.Start();
        PrivacyScene.Must(await scene.EraseMyself());

        await scene.Community.Get<ContinueErasures>().Run(default);
        var early = await scene.Community.Read(db => db.Erasures.SingleAsync());
        await scene.Continue();
        var late = await scene.Community.Read(db => db.Erasures.SingleAsync());

        Assert.Equal((null, "kanariya\nkanariya_elsewhere\nNIGHTINGALE of Kana"), (early.DoneAt, early.Names));
        Assert.Equal((scene.Community.Time.Now, ""), (late.DoneAt, late.Names));
    }

    [Fact]
    public async Task Each_erasure_looks_twice_however_many_others_begin_meanwhile()
    {
        await using var scene = await PrivacyScene.Start();
        var looks = new Looks();
        var erasures = new ContinueErasures(scene.Community.Data, scene.Community.Get<IDatabaseProvider>(), [looks], scene.Community.Time, NullLogger<ContinueErasures>.Instance);
        PrivacyScene.Must(await scene.EraseMyself());

        await erasures.Run(default);
        for (var n = 0; n < 5; n++)
        {
            var other = await scene.Community.Person($"other-{n}");
            await scene.Community.Arrange(db => db.Erasures.Add(new Erasure { MemberId = other.MemberId!.Value, BegunAt = scene.Community.Time.Now, KeepsTexts = true, By = null, Names = "a\nb" }));
            await erasures.Run(default);
        }

        var before = looks.Of.Count(id => id == scene.Kana.MemberId);
        scene.Community.Time.Pass(PrivacyLimits.Settling);
        await erasures.Run(default);
        await erasures.Run(default);

        Assert.Equal((1, 2), (before, looks.Of.Count(id => id == scene.Kana.MemberId)));
    }

    [Fact]
    public async Task Verify_tells_of_a_row_that_came_back()
    {
        await using var scene = await PrivacyScene.Start();
        PrivacyScene.Must(await scene.EraseMyself());
        await scene.Continue();

        await scene.Community.Arrange(db => db.Receipts.Add(new() { MemberId = scene.Kana.MemberId!.Value, Key = Guid.NewGuid(), ContentId = 1, At = scene.Community.Time.Now }));

        Assert.Equal([$"Member {scene.Kana.MemberId}: erased, but 1 left of receipts."], await scene.Differences());
    }

    private sealed class Looks : IPersonalData
    {
        public List<long> Of { get; } = [];

        public IReadOnlyList<PersonalTable> Tables => [];

        public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) => [];

        public Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel)
        {
            Of.Add(person.MemberId);
            return Task.CompletedTask;
        }
    }
}
