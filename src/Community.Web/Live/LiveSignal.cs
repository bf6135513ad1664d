namespace Community.Web.Live;

/// <summary>What a listener of a discussion is told.</summary>
/// <param name="Change">The change number; 0 but for <see cref="LiveSignalKind.Changed"/>.</param>
internal readonly record struct LiveSignal(LiveSignalKind Kind, long Change = 0);

internal enum LiveSignalKind
{
    /// <summary>Nothing happened.</summary>
    Beat,

    /// <summary>Something was changed.</summary>
    Changed,

    /// <summary>Others are here, or write.</summary>
    People,

    /// <summary>The listener may not read the discussion any more. Nothing follows.</summary>
    Gone,
}
