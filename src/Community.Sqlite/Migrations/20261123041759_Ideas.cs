using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Ideas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "idea_boards",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    hue = table.Column<int>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    read_audience = table.Column<string>(type: "TEXT", nullable: false),
                    submit_audience = table.Column<string>(type: "TEXT", nullable: false),
                    statuses = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    has_budget = table.Column<bool>(type: "INTEGER", nullable: false),
                    shows_backers = table.Column<bool>(type: "INTEGER", nullable: false),
                    reviews_first = table.Column<bool>(type: "INTEGER", nullable: false),
                    answer_days = table.Column<int>(type: "INTEGER", nullable: true),
                    is_archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    idea_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_boards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ideas",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    board_id = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    status_at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    merged_into_id = table.Column<long>(type: "INTEGER", nullable: true),
                    split_from_id = table.Column<long>(type: "INTEGER", nullable: true),
                    answer_post_id = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    comment_count = table.Column<int>(type: "INTEGER", nullable: false),
                    last_post_id = table.Column<long>(type: "INTEGER", nullable: false),
                    last_post_at = table.Column<long>(type: "INTEGER", nullable: false),
                    backer_count = table.Column<int>(type: "INTEGER", nullable: false),
                    hot = table.Column<double>(type: "REAL", nullable: true),
                    rate = table.Column<double>(type: "REAL", nullable: false),
                    seen_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ideas", x => x.id);
                    table.ForeignKey(
                        name: "fk_ideas_discussions_id",
                        column: x => x.id,
                        principalTable: "discussions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_ideas_idea_boards_board_id",
                        column: x => x.board_id,
                        principalTable: "idea_boards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_ideas_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_ideas_split_from_id",
                        column: x => x.split_from_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_members_author_id",
                        column: x => x.author_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "idea_merges",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    source_id = table.Column<long>(type: "INTEGER", nullable: false),
                    target_id = table.Column<long>(type: "INTEGER", nullable: false),
                    status_before = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    by_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true),
                    undone_by_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_merges", x => x.id);
                    table.ForeignKey(
                        name: "fk_idea_merges_ideas_source_id",
                        column: x => x.source_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_idea_merges_ideas_target_id",
                        column: x => x.target_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_idea_merges_members_by_id",
                        column: x => x.by_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_idea_merges_members_undone_by_id",
                        column: x => x.undone_by_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "idea_proxy_votes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    idea_id = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_proxy_votes", x => x.id);
                    table.ForeignKey(
                        name: "fk_idea_proxy_votes_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_idea_proxy_votes_members_by_id",
                        column: x => x.by_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "idea_status_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    idea_id = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    by_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    post_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_status_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_idea_status_changes_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_idea_status_changes_members_by_id",
                        column: x => x.by_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Community:AppendOnly", "Kept");

            migrationBuilder.CreateTable(
                name: "idea_tops",
                columns: table => new
                {
                    idea_id = table.Column<long>(type: "INTEGER", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    board_id = table.Column<long>(type: "INTEGER", nullable: false),
                    backers = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_tops", x => new { x.idea_id, x.period });
                    table.ForeignKey(
                        name: "fk_idea_tops_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "idea_votes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    idea_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    importance = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    counted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_votes", x => x.id);
                    table.ForeignKey(
                        name: "fk_idea_votes_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_idea_votes_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_idea_boards_slug",
                table: "idea_boards",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idea_merges_by_id",
                table: "idea_merges",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_idea_merges_source_id",
                table: "idea_merges",
                column: "source_id",
                unique: true,
                filter: "undone_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_idea_merges_target_id",
                table: "idea_merges",
                column: "target_id");

            migrationBuilder.CreateIndex(
                name: "ix_idea_merges_undone_by_id",
                table: "idea_merges",
                column: "undone_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_idea_proxy_votes_by_id",
                table: "idea_proxy_votes",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_idea_proxy_votes_idea_id_id",
                table: "idea_proxy_votes",
                columns: new[] { "idea_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_idea_status_changes_by_id",
                table: "idea_status_changes",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_idea_status_changes_idea_id_id",
                table: "idea_status_changes",
                columns: new[] { "idea_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_idea_tops_board_id_period_backers_idea_id",
                table: "idea_tops",
                columns: new[] { "board_id", "period", "backers", "idea_id" });

            migrationBuilder.CreateIndex(
                name: "ix_idea_tops_period_backers_idea_id",
                table: "idea_tops",
                columns: new[] { "period", "backers", "idea_id" });

            migrationBuilder.CreateIndex(
                name: "ix_idea_votes_counted",
                table: "idea_votes",
                columns: new[] { "idea_id", "id" },
                filter: "undone_at IS NULL AND counted_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_idea_votes_idea_id_member_id",
                table: "idea_votes",
                columns: new[] { "idea_id", "member_id" },
                unique: true,
                filter: "undone_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_idea_votes_member_id_id",
                table: "idea_votes",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_idea_votes_waiting",
                table: "idea_votes",
                column: "id",
                filter: "undone_at IS NULL AND counted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_author_id_id",
                table: "ideas",
                columns: new[] { "author_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_board_answered",
                table: "ideas",
                columns: new[] { "board_id", "answered_at" },
                filter: "answered_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_board_discussed",
                table: "ideas",
                columns: new[] { "board_id", "comment_count", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_board_hot",
                table: "ideas",
                columns: new[] { "board_id", "hot", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_board_id_status_status_at_id",
                table: "ideas",
                columns: new[] { "board_id", "status", "status_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_board_new",
                table: "ideas",
                columns: new[] { "board_id", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_board_rate",
                table: "ideas",
                columns: new[] { "board_id", "rate", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_board_seen",
                table: "ideas",
                columns: new[] { "board_id", "seen_count", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_board_top",
                table: "ideas",
                columns: new[] { "board_id", "backer_count", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_board_waiting",
                table: "ideas",
                columns: new[] { "board_id", "id" },
                filter: "is_open AND answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_discussed",
                table: "ideas",
                columns: new[] { "comment_count", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_hot",
                table: "ideas",
                columns: new[] { "hot", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_merged_into_id",
                table: "ideas",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_new",
                table: "ideas",
                column: "id",
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_number",
                table: "ideas",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ideas_rate",
                table: "ideas",
                columns: new[] { "rate", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_seen",
                table: "ideas",
                columns: new[] { "seen_count", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_split_from_id",
                table: "ideas",
                column: "split_from_id",
                filter: "split_from_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_status_status_at_id",
                table: "ideas",
                columns: new[] { "status", "status_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_top",
                table: "ideas",
                columns: new[] { "backer_count", "id" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_waiting",
                table: "ideas",
                column: "id",
                filter: "is_open AND answered_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "idea_merges");

            migrationBuilder.DropTable(
                name: "idea_proxy_votes");

            migrationBuilder.DropTable(
                name: "idea_status_changes");

            migrationBuilder.DropTable(
                name: "idea_tops");

            migrationBuilder.DropTable(
                name: "idea_votes");

            migrationBuilder.DropTable(
                name: "ideas");

            migrationBuilder.DropTable(
                name: "idea_boards");
        }
    }
}
