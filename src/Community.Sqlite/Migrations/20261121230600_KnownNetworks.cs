using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KnownNetworks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_sign_in_guards_first_at",
                table: "sign_in_guards");

            migrationBuilder.AddColumn<long>(
                name: "passed_at",
                table: "sign_in_guards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_guards_first_at_passed_at",
                table: "sign_in_guards",
                columns: new[] { "first_at", "passed_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_sign_in_guards_first_at_passed_at",
                table: "sign_in_guards");

            migrationBuilder.DropColumn(
                name: "passed_at",
                table: "sign_in_guards");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_guards_first_at",
                table: "sign_in_guards",
                column: "first_at");
        }
    }
}
