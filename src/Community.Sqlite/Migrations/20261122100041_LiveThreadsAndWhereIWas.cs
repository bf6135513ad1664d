using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LiveThreadsAndWhereIWas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_live",
                table: "topics",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_read_only",
                table: "topics",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "slow_seconds",
                table: "topics",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "slow_until",
                table: "topics",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "since",
                table: "read_positions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "hides_presence",
                table: "members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "bookmarks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    post_id = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    remind_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    remind_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reminded_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bookmarks", x => x.id);
                    table.ForeignKey(
                        name: "fk_bookmarks_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bookmarks_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "follows",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    target_id = table.Column<long>(type: "INTEGER", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_automatic = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follows", x => x.id);
                    table.ForeignKey(
                        name: "fk_follows_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "read_clocks",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_clocks", x => x.member_id);
                    table.ForeignKey(
                        name: "fk_read_clocks_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "read_marks",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    forum_id = table.Column<long>(type: "INTEGER", nullable: false),
                    up_to = table.Column<long>(type: "INTEGER", nullable: false),
                    before = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_marks", x => new { x.member_id, x.forum_id });
                    table.ForeignKey(
                        name: "fk_read_marks_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "read_times",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "INTEGER", nullable: false),
                    discussion_id = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    seconds = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_times", x => new { x.member_id, x.discussion_id, x.day });
                    table.ForeignKey(
                        name: "fk_read_times_discussions_discussion_id",
                        column: x => x.discussion_id,
                        principalTable: "discussions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_read_times_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "seen_days",
                columns: table => new
                {
                    discussion_id = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    members = table.Column<int>(type: "INTEGER", nullable: false),
                    visitors = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seen_days", x => new { x.discussion_id, x.day });
                    table.ForeignKey(
                        name: "fk_seen_days_discussions_discussion_id",
                        column: x => x.discussion_id,
                        principalTable: "discussions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "seen_salts",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seen_salts", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "seen_visitors",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    discussion_id = table.Column<long>(type: "INTEGER", nullable: false),
                    network_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    browser_hash = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seen_visitors", x => new { x.day, x.discussion_id, x.network_hash, x.browser_hash });
                    table.ForeignKey(
                        name: "fk_seen_visitors_discussions_discussion_id",
                        column: x => x.discussion_id,
                        principalTable: "discussions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "topic_hosts",
                columns: table => new
                {
                    topic_id = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_hosts", x => new { x.topic_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_topic_hosts_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_topic_hosts_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_bookmarks_due",
                table: "bookmarks",
                column: "remind_at",
                filter: "remind_at IS NOT NULL AND reminded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_bookmarks_member_id_id",
                table: "bookmarks",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_bookmarks_member_id_post_id",
                table: "bookmarks",
                columns: new[] { "member_id", "post_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bookmarks_post_id",
                table: "bookmarks",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_follows_kind_target_id_level",
                table: "follows",
                columns: new[] { "kind", "target_id", "level" });

            migrationBuilder.CreateIndex(
                name: "ix_follows_member_id_kind_target_id",
                table: "follows",
                columns: new[] { "member_id", "kind", "target_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_follows_member_id_level_id",
                table: "follows",
                columns: new[] { "member_id", "level", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_read_times_day",
                table: "read_times",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_read_times_discussion_id",
                table: "read_times",
                column: "discussion_id");

            migrationBuilder.CreateIndex(
                name: "ix_seen_days_day",
                table: "seen_days",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_seen_visitors_discussion_id",
                table: "seen_visitors",
                column: "discussion_id");

            migrationBuilder.CreateIndex(
                name: "ix_topic_hosts_member_id",
                table: "topic_hosts",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bookmarks");

            migrationBuilder.DropTable(
                name: "follows");

            migrationBuilder.DropTable(
                name: "read_clocks");

            migrationBuilder.DropTable(
                name: "read_marks");

            migrationBuilder.DropTable(
                name: "read_times");

            migrationBuilder.DropTable(
                name: "seen_days");

            migrationBuilder.DropTable(
                name: "seen_salts");

            migrationBuilder.DropTable(
                name: "seen_visitors");

            migrationBuilder.DropTable(
                name: "topic_hosts");

            migrationBuilder.DropColumn(
                name: "is_live",
                table: "topics");

            migrationBuilder.DropColumn(
                name: "is_read_only",
                table: "topics");

            migrationBuilder.DropColumn(
                name: "slow_seconds",
                table: "topics");

            migrationBuilder.DropColumn(
                name: "slow_until",
                table: "topics");

            migrationBuilder.DropColumn(
                name: "since",
                table: "read_positions");

            migrationBuilder.DropColumn(
                name: "hides_presence",
                table: "members");
        }
    }
}
