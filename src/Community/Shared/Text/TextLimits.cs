namespace Community.Shared;

/// <summary>How long a text may be. Japanese says as much in fewer characters, so its minimums are its own.</summary>
/// <param name="Name">What the codes start with and the field they name: "title" gives "title-too-short".</param>
/// <param name="Min">Visible graphemes at least, in other languages than Japanese.</param>
/// <param name="MinJapanese">The same for Japanese.</param>
/// <param name="Max">Graphemes at most; in UTF-16 units at most four times as many, so that stacked marks have an end.</param>
/// <param name="Distinct">Different visible graphemes at least ("aaaaaaaa" is no sentence); 0 does not ask.</param>
/// <param name="DistinctJapanese">The same for Japanese.</param>
public sealed record TextLimits(string Name, int Min, int MinJapanese, int Max, int Distinct = 0, int DistinctJapanese = 0);
