using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class VotesForTheTeam : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_for_team",
                table: "idea_votes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // Until now the board alone said so.
            migrationBuilder.Sql("UPDATE idea_votes SET is_for_team = 1 WHERE idea_id IN (SELECT i.id FROM ideas i JOIN idea_boards b ON b.id = i.board_id WHERE b.shows_backers = 0);");
            // What waits for the team stands in the lists.
            migrationBuilder.Sql("UPDATE ideas SET is_open = 1 WHERE status = 'Submitted' AND state = 'Visible';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_for_team",
                table: "idea_votes");
        }
    }
}
