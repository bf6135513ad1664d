using System.Text.Json;
using Community.Imports.Contract;

namespace Community.Imports.Discourse;

/// <summary>Which posts not everybody could read. Of two rows of one post the stricter one is believed, even where it is of no other use.</summary>
internal sealed class HeldBackPosts
{
    private readonly HashSet<long> whispers = [];
    private readonly Dictionary<long, ImportedState> states = [];

    public void Heed(JsonElement json)
    {
        var row = new Row(json);
        var id = row.Id("id");
        // The states are in the order of their strictness.
        if (SourcePost.StateOf(row) is var state && state > StateOf(id))
            states[id] = state;
        if (SourcePost.IsWhisper(row))
            whispers.Add(id);
    }

    public bool IsWhisper(long id) => whispers.Contains(id);

    public ImportedState StateOf(long id) => states.GetValueOrDefault(id);
}
