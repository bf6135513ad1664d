using Community.Data;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace Community.Postgres;

#pragma warning disable EF1001 // The generator that is added to asks for PostgreSQL's options.

/// <summary>Gives append-only tables the triggers that refuse changes, whoever asks: the product, a tool, a console.</summary>
internal sealed class LedgerSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (operation.FindAnnotation(AppendOnly.Annotation)?.Value is not string kind)
            return;
        builder
            .Append("CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$")
            .AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator)
            .EndCommand();
        // A table emptied at once has no rows to ask about.
        var refused = kind == AppendOnly.Kept ? "UPDATE OR DELETE OR TRUNCATE" : "UPDATE OR TRUNCATE";
        var sql = Dependencies.SqlGenerationHelper;
        builder
            .Append("CREATE TRIGGER ").Append(sql.DelimitIdentifier($"{operation.Name}_refuse_change"))
            .Append(" BEFORE ").Append(refused).Append(" ON ").Append(sql.DelimitIdentifier(operation.Name))
            .Append(" EXECUTE FUNCTION refuse_change()").AppendLine(sql.StatementTerminator)
            .EndCommand();
    }
}
