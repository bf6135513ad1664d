using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Data;

/// <summary>Marks the tables of ledgers. Each provider makes the database itself refuse what is forbidden there.</summary>
public static class AppendOnly
{
    public const string Annotation = "Community:AppendOnly";

    /// <summary>Rows are neither changed nor deleted.</summary>
    public const string Kept = "Kept";

    /// <summary>Rows are not changed; erasing a person deletes theirs.</summary>
    public const string Erasable = "Erasable";

    public static void IsAppendOnly<T>(this EntityTypeBuilder<T> entity, bool erasable = false)
        where T : class => entity.HasAnnotation(Annotation, erasable ? Erasable : Kept);
}
