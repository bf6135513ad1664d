namespace Community.Benchmarks.Load;

/// <summary>That a listener heard of a change, and when, in ticks of the machine's clock.</summary>
/// <param name="Number">The change number, or the number of what the reference said.</param>
/// <param name="Said">When it was said, where what came tells so.</param>
internal readonly record struct Heard(long Number, long At, long Said = 0);
