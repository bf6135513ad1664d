using System.ComponentModel.DataAnnotations.Schema;

namespace Community.Data;

/// <summary>A row with a time-ordered id that can raise events; they are handled in the save that writes the row.</summary>
public abstract class Entity
{
    private List<IEvent>? events;

    public long Id { get; init; }

    [NotMapped]
    public IReadOnlyList<IEvent> Events => events ?? [];

    protected void Raise(IEvent happened) => (events ??= []).Add(happened);

    internal void ClearEvents() => events = null;
}
