using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HiddenRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_hidden",
                table: "post_revisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_hidden",
                table: "post_revisions");
        }
    }
}
