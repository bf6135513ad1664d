using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    discussion_id = table.Column<long>(type: "bigint", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: true),
                    tokens = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title_tokens = table.Column<int>(type: "integer", nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    is_counted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_search_entries_members_author_id",
                        column: x => x.author_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_forgotten",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    tokens = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    length = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_forgotten", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_terms",
                columns: table => new
                {
                    term = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    documents = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_terms", x => x.term);
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_author_id_id",
                table: "search_entries",
                columns: new[] { "author_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_discussion_id_number",
                table: "search_entries",
                columns: new[] { "discussion_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_uncounted",
                table: "search_entries",
                column: "id",
                filter: "NOT is_counted");

            // As they are: PostgreSQL's own parser would take the terms apart once more.
            migrationBuilder.Sql("ALTER TABLE search_entries ADD COLUMN terms tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED;");
            migrationBuilder.Sql("CREATE INDEX ix_search_entries_terms ON search_entries USING gin (terms) WITH (fastupdate = off);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.DropTable(
                name: "search_forgotten");

            migrationBuilder.DropTable(
                name: "search_terms");
        }
    }
}
