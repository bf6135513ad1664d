using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchOpenings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_search_entries_openings",
                table: "search_entries",
                column: "id",
                filter: "number = 1");

            // The first characters of Japanese terms as terms of their own: how many entries have one is then known to the planner, which it is not of a prefix.
            migrationBuilder.Sql(
                $"""
                CREATE FUNCTION search_lexemes(tokens text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
                    array_to_tsvector(string_to_array(tokens, ' ') || ARRAY(SELECT DISTINCT '{PostgresSearch.First}' || left(token, 1) FROM unnest(string_to_array(tokens, ' ')) AS token WHERE ascii(token) > 127));
                """);
            Make(migrationBuilder, "search_lexemes(tokens)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            Make(migrationBuilder, "array_to_tsvector(string_to_array(tokens, ' '))");
            migrationBuilder.Sql("DROP FUNCTION search_lexemes(text);");

            migrationBuilder.DropIndex(
                name: "ix_search_entries_openings",
                table: "search_entries");
        }

        private static void Make(MigrationBuilder migrationBuilder, string terms)
        {
            migrationBuilder.Sql("ALTER TABLE search_entries DROP COLUMN terms;");
            migrationBuilder.Sql($"ALTER TABLE search_entries ADD COLUMN terms tsvector GENERATED ALWAYS AS ({terms}) STORED;");
            migrationBuilder.Sql("CREATE INDEX ix_search_entries_terms ON search_entries USING gin (terms) WITH (fastupdate = off);");
        }
    }
}
