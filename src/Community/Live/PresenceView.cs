namespace Community.Live;

/// <summary>The others in a discussion, as they are shown.</summary>
public sealed record PresenceView(PresentNames Here, PresentNames Writing)
{
    public static PresenceView Nobody { get; } = new(PresentNames.None, PresentNames.None);
}

/// <param name="Names">What the first of them want to be called.</param>
/// <param name="More">How many there are besides.</param>
public sealed record PresentNames(IReadOnlyList<string> Names, int More)
{
    public static PresentNames None { get; } = new([], 0);
}
