using Community.Data;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Community.Sqlite;

/// <summary>Gives append-only tables the triggers that refuse changes, whoever asks: the product, a tool, a console.</summary>
internal sealed class LedgerSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (operation.FindAnnotation(AppendOnly.Annotation)?.Value is not string kind)
            return;
        Refuse(operation.Name, "UPDATE", builder);
        if (kind == AppendOnly.Kept)
            Refuse(operation.Name, "DELETE", builder);
    }

    private void Refuse(string table, string change, MigrationCommandListBuilder builder)
    {
        var sql = Dependencies.SqlGenerationHelper;
        builder
            .Append("CREATE TRIGGER ").Append(sql.DelimitIdentifier($"{table}_refuse_{change.ToLowerInvariant()}"))
            .Append(" BEFORE ").Append(change).Append(" ON ").Append(sql.DelimitIdentifier(table))
            .Append(" BEGIN SELECT RAISE(ABORT, 'append-only'); END").AppendLine(sql.StatementTerminator)
            .EndCommand();
    }
}
