using Community.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Sqlite.Metadata.Internal;

namespace Community.Sqlite;

#pragma warning disable EF1001 // SQLite's annotations have no public type to add to.

/// <summary>Carries the mark of append-only tables from the model into migrations.</summary>
internal sealed class LedgerAnnotations(RelationalAnnotationProviderDependencies dependencies) : SqliteAnnotationProvider(dependencies)
{
    public override IEnumerable<IAnnotation> For(ITable table, bool designTime) => base.For(table, designTime).Concat(
        table.EntityTypeMappings
            .Select(mapping => mapping.TypeBase.FindAnnotation(AppendOnly.Annotation))
            .OfType<IAnnotation>()
            .Select(found => new Annotation(found.Name, found.Value)));
}
