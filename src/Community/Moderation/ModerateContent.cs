using Community.Data;
using Community.Shared;

namespace Community.Moderation;

/// <summary>Content of any kind as the moderator who is about to change it sees it.</summary>
public sealed record ModeratedView(ContentRef Content, ContentLine? Name, string Excerpt, ContentState State);

/// <summary>Brings one piece of content to another state, from wherever a moderator meets it.</summary>
public sealed class ModerateContent(CommunityData data, NameContent names, IEnumerable<IModerated> moderated)
{
    public Task<Result<ModeratedView>> Read(Actor actor, ContentRef content, CancellationToken cancel = default) => data.Read<Result<ModeratedView>>(async db =>
    {
        var item = !actor.IsModerator || Port(content) is not { } port ? null : (await port.Find(db, actor, [content.Id], cancel)).SingleOrDefault();
        if (item is null)
            return Problem.NotFound();
        return new ModeratedView(content, (await names.Run(db, [content], cancel)).GetValueOrDefault(content), item.Excerpt, item.State);
    }, cancel);

    /// <param name="actor">Who decides.</param>
    /// <param name="seen">What they decided about: where its state is another by now, nothing is done.</param>
    /// <param name="to">The wanted state.</param>
    /// <param name="reason">For the log and the author.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<Done>> Run(Actor actor, ModeratedView seen, ContentState to, string? reason, CancellationToken cancel = default) =>
        Port(seen.Content) is { } port ? await port.Bring(actor, seen.Content.Id, seen.State, to, reason, cancel) : Problem.NotFound();

    private IModerated? Port(ContentRef content) => moderated.FirstOrDefault(m => m.Kind == content.Kind);
}
