using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Sqlite.Migrations
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

            // With an index of first characters: a single one is a word in Japanese, and begins most pairs.
            Make(migrationBuilder, ", prefix='1'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            Make(migrationBuilder, "");

            migrationBuilder.DropIndex(
                name: "ix_search_entries_openings",
                table: "search_entries");
        }

        private static void Make(MigrationBuilder migrationBuilder, string prefixes)
        {
            migrationBuilder.Sql("DROP TABLE search_index;");
            migrationBuilder.Sql($"CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='search_entries', content_rowid='id', tokenize='ascii', detail='none', columnsize=0{prefixes});");
            migrationBuilder.Sql("INSERT INTO search_index(search_index, rank) VALUES('secure-delete', 1);");
            migrationBuilder.Sql("INSERT INTO search_index(search_index) VALUES('rebuild');");
        }
    }
}
