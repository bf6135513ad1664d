namespace Community.Forums;

/// <summary>Forums as a reader wants them: what they muted stands apart, by itself.</summary>
/// <param name="Shown">Those not muted, each with those below it that are not.</param>
/// <param name="Muted">The muted ones, of both levels.</param>
public sealed record ForumShelves(IReadOnlyList<ForumView> Shown, IReadOnlyList<ForumView> Muted)
{
    /// <param name="tree">Forums with those below them.</param>
    public static ForumShelves Of(IReadOnlyList<ForumView> tree) => new(
        // What stands below a muted forum is not muted by that, and is shown on its own.
        [.. tree.SelectMany(f => f.IsMuted ? f.Children.Where(c => !c.IsMuted) : [f with { Children = [.. f.Children.Where(c => !c.IsMuted)] }])],
        [.. tree.SelectMany(f => f.Children.Prepend(f)).Where(f => f.IsMuted).Select(f => f with { Children = [] })]);
}
