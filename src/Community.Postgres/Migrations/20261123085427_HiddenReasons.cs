using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class HiddenReasons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_reason_hidden",
                table: "idea_votes",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_reason_hidden",
                table: "idea_votes");
        }
    }
}
