using Community.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.Internal;

namespace Community.Postgres;

#pragma warning disable EF1001 // PostgreSQL's annotations have no public type to add to.

/// <summary>Carries the mark of append-only tables from the model into migrations.</summary>
internal sealed class LedgerAnnotations(RelationalAnnotationProviderDependencies dependencies) : NpgsqlAnnotationProvider(dependencies)
{
    public override IEnumerable<IAnnotation> For(ITable table, bool designTime) => base.For(table, designTime).Concat(
        table.EntityTypeMappings
            .Select(mapping => mapping.TypeBase.FindAnnotation(AppendOnly.Annotation))
            .OfType<IAnnotation>()
            .Select(found => new Annotation(found.Name, found.Value)));
}
