using Community.Data;
using Community.Discussions;
using Community.Ideas.Boards;
using Community.Ideas.Merging;
using Community.Ideas.Ranking;
using Community.Ideas.Votes;
using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Ideas.Storage;

internal sealed class IdeaBoardConfiguration : IEntityTypeConfiguration<IdeaBoard>
{
    public void Configure(EntityTypeBuilder<IdeaBoard> board)
    {
        board.ToTable("idea_boards");
        board.Property(b => b.Id).ValueGeneratedNever();
        board.Property(b => b.Slug).HasMaxLength(64);
        board.HasIndex(b => b.Slug).IsUnique();
        board.Property(b => b.Statuses).HasMaxLength(255).HasConversion<IdeaStatusesConverter, IdeaStatusesComparer>();
        board.Ignore(b => b.FirstStatus);
    }
}

internal sealed class IdeaConfiguration : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> idea)
    {
        idea.ToTable("ideas");
        idea.Property(i => i.Id).ValueGeneratedNever();
        idea.Property(i => i.Audience).HasMaxLength(64);
        idea.HasIndex(i => i.Number).IsUnique();
        idea.HasOne<Discussion>().WithOne().HasForeignKey<Idea>(i => i.Id);
        idea.HasOne<IdeaBoard>().WithMany().HasForeignKey(i => i.BoardId).OnDelete(DeleteBehavior.Restrict);
        idea.HasOne<Member>().WithMany().HasForeignKey(i => i.AuthorId).OnDelete(DeleteBehavior.Restrict);
        idea.HasOne<Idea>().WithMany().HasForeignKey(i => i.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        idea.HasOne<Idea>().WithMany().HasForeignKey(i => i.SplitFromId).OnDelete(DeleteBehavior.Restrict);

        // One index per named order of a list, over all boards and in one; the id breaks ties and is the keyset.
        const string open = "is_open";
        idea.HasIndex(i => new { i.Hot, i.Id }, "IX_ideas_hot").HasFilter(open);
        idea.HasIndex(i => new { i.BackerCount, i.Id }, "IX_ideas_top").HasFilter(open);
        idea.HasIndex(i => new { i.Rate, i.Id }, "IX_ideas_rate").HasFilter(open);
        idea.HasIndex(i => new { i.CommentCount, i.Id }, "IX_ideas_discussed").HasFilter(open);
        idea.HasIndex(i => i.Id, "IX_ideas_new").HasFilter(open);
        idea.HasIndex(i => i.Id, "IX_ideas_waiting").HasFilter(open + " AND answered_at IS NULL");
        idea.HasIndex(i => new { i.SeenCount, i.Id }, "IX_ideas_seen").HasFilter(open);
        idea.HasIndex(i => new { i.BoardId, i.Hot, i.Id }, "IX_ideas_board_hot").HasFilter(open);
        idea.HasIndex(i => new { i.BoardId, i.BackerCount, i.Id }, "IX_ideas_board_top").HasFilter(open);
        idea.HasIndex(i => new { i.BoardId, i.Rate, i.Id }, "IX_ideas_board_rate").HasFilter(open);
        idea.HasIndex(i => new { i.BoardId, i.CommentCount, i.Id }, "IX_ideas_board_discussed").HasFilter(open);
        idea.HasIndex(i => new { i.BoardId, i.Id }, "IX_ideas_board_new").HasFilter(open);
        idea.HasIndex(i => new { i.BoardId, i.Id }, "IX_ideas_board_waiting").HasFilter(open + " AND answered_at IS NULL");
        idea.HasIndex(i => new { i.BoardId, i.SeenCount, i.Id }, "IX_ideas_board_seen").HasFilter(open);
        idea.HasIndex(i => new { i.Status, i.StatusAt, i.Id });
        idea.HasIndex(i => new { i.BoardId, i.Status, i.StatusAt, i.Id });
        idea.HasIndex(i => new { i.BoardId, i.AnsweredAt }, "IX_ideas_board_answered").HasFilter("answered_at IS NOT NULL");
        idea.HasIndex(i => new { i.AuthorId, i.Id });
        idea.HasIndex(i => i.MergedIntoId).HasFilter("merged_into_id IS NOT NULL");
        idea.HasIndex(i => i.SplitFromId).HasFilter("split_from_id IS NOT NULL");
    }
}

internal sealed class IdeaVoteConfiguration : IEntityTypeConfiguration<IdeaVote>
{
    public void Configure(EntityTypeBuilder<IdeaVote> vote)
    {
        vote.ToTable("idea_votes");
        vote.Property(v => v.Id).ValueGeneratedNever();
        vote.Property(v => v.Reason).HasMaxLength(IdeaLimits.MaxReason * 4);
        vote.HasIndex(v => new { v.IdeaId, v.MemberId }).IsUnique().HasFilter("undone_at IS NULL");
        vote.HasIndex(v => new { v.IdeaId, v.Id }, "IX_idea_votes_counted").HasFilter("undone_at IS NULL AND counted_at IS NOT NULL");
        vote.HasIndex(v => v.Id, "IX_idea_votes_waiting").HasFilter("undone_at IS NULL AND counted_at IS NULL");
        vote.HasIndex(v => new { v.MemberId, v.Id });
        vote.HasOne<Idea>().WithMany().HasForeignKey(v => v.IdeaId);
        vote.HasOne<Member>().WithMany().HasForeignKey(v => v.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProxyVoteConfiguration : IEntityTypeConfiguration<ProxyVote>
{
    public void Configure(EntityTypeBuilder<ProxyVote> vote)
    {
        vote.ToTable("idea_proxy_votes");
        vote.Property(v => v.Id).ValueGeneratedNever();
        vote.HasIndex(v => new { v.IdeaId, v.Id });
        vote.HasIndex(v => v.ById);
        vote.HasOne<Idea>().WithMany().HasForeignKey(v => v.IdeaId);
        vote.HasOne<Member>().WithMany().HasForeignKey(v => v.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IdeaStatusChangeConfiguration : IEntityTypeConfiguration<IdeaStatusChange>
{
    public void Configure(EntityTypeBuilder<IdeaStatusChange> change)
    {
        change.ToTable("idea_status_changes");
        change.IsAppendOnly();
        change.Property(c => c.Id).ValueGeneratedNever();
        change.HasIndex(c => new { c.IdeaId, c.Id });
        change.HasIndex(c => c.ById);
        change.HasOne<Idea>().WithMany().HasForeignKey(c => c.IdeaId);
        change.HasOne<Member>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IdeaMergeConfiguration : IEntityTypeConfiguration<IdeaMerge>
{
    public void Configure(EntityTypeBuilder<IdeaMerge> merge)
    {
        merge.ToTable("idea_merges");
        merge.Property(m => m.Id).ValueGeneratedNever();
        merge.HasIndex(m => m.SourceId).IsUnique().HasFilter("undone_at IS NULL");
        merge.HasIndex(m => m.TargetId);
        merge.HasIndex(m => m.ById);
        merge.HasIndex(m => m.UndoneById);
        merge.HasOne<Idea>().WithMany().HasForeignKey(m => m.SourceId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<Idea>().WithMany().HasForeignKey(m => m.TargetId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<Member>().WithMany().HasForeignKey(m => m.ById).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<Member>().WithMany().HasForeignKey(m => m.UndoneById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IdeaTopConfiguration : IEntityTypeConfiguration<IdeaTop>
{
    public void Configure(EntityTypeBuilder<IdeaTop> top)
    {
        top.ToTable("idea_tops");
        top.HasKey(t => new { t.IdeaId, t.Period });
        top.Property(t => t.Period).HasMaxLength(16);
        top.HasIndex(t => new { t.Period, t.Backers, t.IdeaId });
        top.HasIndex(t => new { t.BoardId, t.Period, t.Backers, t.IdeaId });
        top.HasOne<Idea>().WithMany().HasForeignKey(t => t.IdeaId);
    }
}
