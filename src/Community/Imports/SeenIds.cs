namespace Community.Imports;

/// <summary>A set of ids that takes a bit each where they are dense, as they are in a database's own numbering.</summary>
internal sealed class SeenIds
{
    private const int PageBits = 12;
    private readonly Dictionary<long, ulong[]> pages = [];

    public bool Contains(long id) => pages.TryGetValue(id >> PageBits, out var page) && (page[Word(id)] & Bit(id)) != 0;

    /// <summary>False where the id was there already.</summary>
    public bool Add(long id)
    {
        if (!pages.TryGetValue(id >> PageBits, out var page))
            pages.Add(id >> PageBits, page = new ulong[1 << (PageBits - 6)]);
        var isNew = (page[Word(id)] & Bit(id)) == 0;
        page[Word(id)] |= Bit(id);
        return isNew;
    }

    private static int Word(long id) => (int)((id >> 6) & ((1 << (PageBits - 6)) - 1));

    private static ulong Bit(long id) => 1UL << (int)(id & 63);
}
