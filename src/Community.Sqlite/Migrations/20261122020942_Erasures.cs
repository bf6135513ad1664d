using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Erasures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    keeps_texts = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<long>(type: "INTEGER", nullable: true),
                    names = table.Column<string>(type: "TEXT", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.member_id);
                    table.ForeignKey(
                        name: "fk_erasures_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reserved_handles",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reserved_handles", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "ix_erasures_begun_at",
                table: "erasures",
                column: "begun_at",
                filter: "done_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "reserved_handles");
        }
    }
}
