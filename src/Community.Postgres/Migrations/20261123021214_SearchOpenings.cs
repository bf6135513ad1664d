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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_search_entries_openings",
                table: "search_entries");
        }
    }
}
