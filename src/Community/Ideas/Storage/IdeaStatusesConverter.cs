using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Community.Ideas.Storage;

/// <summary>A board's statuses as their names with commas between them. Public for the model compiled ahead, which names it.</summary>
public sealed class IdeaStatusesConverter() : ValueConverter<IReadOnlyList<IdeaStatus>, string>(statuses => string.Join(',', statuses), text => Read(text))
{
    private static IReadOnlyList<IdeaStatus> Read(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<IdeaStatus>)];
}

/// <summary>Compares by value. Public for the model compiled ahead, which names it.</summary>
public sealed class IdeaStatusesComparer() : ValueComparer<IReadOnlyList<IdeaStatus>>((a, b) => a!.SequenceEqual(b!), statuses => statuses.Count, statuses => statuses);
