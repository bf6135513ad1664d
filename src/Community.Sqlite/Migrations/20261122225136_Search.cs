using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Sqlite.Migrations
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    discussion_id = table.Column<long>(type: "INTEGER", nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    author_id = table.Column<long>(type: "INTEGER", nullable: true),
                    tokens = table.Column<string>(type: "TEXT", nullable: false),
                    title_tokens = table.Column<int>(type: "INTEGER", nullable: false),
                    length = table.Column<int>(type: "INTEGER", nullable: false),
                    is_counted = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    tokens = table.Column<string>(type: "TEXT", nullable: false),
                    length = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_forgotten", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_terms",
                columns: table => new
                {
                    term = table.Column<string>(type: "TEXT", nullable: false),
                    documents = table.Column<long>(type: "INTEGER", nullable: false)
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

            // 'ascii' leaves whatever is not ASCII as it is: the terms are made in C#. Erased words must leave the file with their row.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='search_entries', content_rowid='id', tokenize='ascii', detail='none', columnsize=0);");
            migrationBuilder.Sql("INSERT INTO search_index(search_index, rank) VALUES('secure-delete', 1);");
            migrationBuilder.Sql(
                """
                CREATE TRIGGER search_entries_inserted AFTER INSERT ON search_entries BEGIN
                    INSERT INTO search_index(rowid, tokens) VALUES (new.id, new.tokens);
                END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER search_entries_deleted AFTER DELETE ON search_entries BEGIN
                    INSERT INTO search_index(search_index, rowid, tokens) VALUES ('delete', old.id, old.tokens);
                END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER search_entries_changed AFTER UPDATE OF tokens ON search_entries WHEN old.tokens <> new.tokens BEGIN
                    INSERT INTO search_index(search_index, rowid, tokens) VALUES ('delete', old.id, old.tokens);
                    INSERT INTO search_index(rowid, tokens) VALUES (new.id, new.tokens);
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE search_index;");

            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.DropTable(
                name: "search_forgotten");

            migrationBuilder.DropTable(
                name: "search_terms");
        }
    }
}
