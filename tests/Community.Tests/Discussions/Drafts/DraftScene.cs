using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Discussions.Drafts;

/// <summary>A forum with one topic of Aki's, and short ways to keep drafts.</summary>
public sealed class DraftScene : IAsyncDisposable
{
    public const string Words = "A drop of oil, and then";

    private DraftScene(ForumScene forum) => Forum = forum;

    public ForumScene Forum { get; }

    public Actor Aki => Forum.Aki;

    public Actor Ben => Forum.Ben;

    public long Topic { get; private set; }

    public DraftPlace Reply { get; private set; }

    public static async Task<DraftScene> Start(params IEnumerable<(string Key, string Value)> settings)
    {
        var scene = new DraftScene(await ForumScene.Start(settings));
        scene.Topic = await scene.Forum.Topic();
        scene.Reply = DraftPlace.Reply((await scene.Forum.ReadTopic(scene.Topic)).Id);
        return scene;
    }

    public Task<Result<Done>> Save(Actor actor, DraftPlace place, long sequence, string body = Words, Guid? key = null, int? version = null, string title = "") =>
        Get<SaveDraft>().Run(actor, new SaveDraft.Input(place, sequence, new DraftText { Title = title, Body = body, Version = version }, key ?? Guid.NewGuid()));

    public Task<DraftView?> Read(Actor actor, DraftPlace place) => Get<ReadDraft>().Run(actor, place);

    public T Get<T>()
        where T : notnull => Forum.Community.Get<T>();

    public ValueTask DisposeAsync() => Forum.DisposeAsync();
}
