namespace Community.Web.Hosting;

/// <summary>The value of another enumeration that has the same name: the core's and the wire's grow apart in time, never in what a name means.</summary>
internal static class SameName<TFrom, TTo>
    where TFrom : struct, Enum
    where TTo : struct, Enum
{
    private static readonly Dictionary<TFrom, TTo> Pairs = Enum.GetValues<TFrom>().Where(from => Enum.IsDefined(typeof(TTo), from.ToString())).ToDictionary(from => from, from => Enum.Parse<TTo>(from.ToString()));

    /// <summary>The first value of the other (unknown, on the wire) where it has none of that name.</summary>
    public static TTo Of(TFrom from) => Pairs.GetValueOrDefault(from);

    /// <summary>Null where the other has none of that name.</summary>
    public static TTo? Find(TFrom from) => Pairs.TryGetValue(from, out var to) ? to : null;
}
