using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FormerEmailsAndUnknownDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_date_unknown",
                table: "posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "former_emails",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_emails", x => x.member_id);
                    table.ForeignKey(
                        name: "fk_former_emails_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_former_emails_hash",
                table: "former_emails",
                column: "hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "former_emails");

            migrationBuilder.DropColumn(
                name: "is_date_unknown",
                table: "posts");
        }
    }
}
