using Community.Discussions;
using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Forums.Storage;

internal sealed class ForumConfiguration : IEntityTypeConfiguration<Forum>
{
    public void Configure(EntityTypeBuilder<Forum> forum)
    {
        forum.ToTable("forums");
        forum.Property(f => f.Id).ValueGeneratedNever();
        forum.Property(f => f.Slug).HasMaxLength(64);
        forum.HasIndex(f => f.Slug).IsUnique();
        forum.HasOne<Forum>().WithMany().HasForeignKey(f => f.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TopicConfiguration : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.ToTable("topics");
        topic.Property(t => t.Id).ValueGeneratedNever();
        topic.Property(t => t.Audience).HasMaxLength(64);
        topic.HasIndex(t => t.Number).IsUnique();
        topic.HasOne<Discussion>().WithOne().HasForeignKey<Topic>(t => t.Id);
        topic.HasOne<Forum>().WithMany().HasForeignKey(t => t.ForumId).OnDelete(DeleteBehavior.Restrict);
        topic.HasOne<Member>().WithMany().HasForeignKey(t => t.AuthorId).OnDelete(DeleteBehavior.Restrict);

        // One index per named order of a list; the id breaks ties and is the keyset.
        const string visible = "state = 'Visible'";
        topic.HasIndex(t => new { t.ForumId, t.LastPostAt, t.Id }, "IX_topics_forum_latest").HasFilter(visible);
        topic.HasIndex(t => new { t.ForumId, t.Id }, "IX_topics_forum_newest").HasFilter(visible);
        topic.HasIndex(t => new { t.ForumId, t.Hot, t.Id }, "IX_topics_forum_hot").HasFilter(visible);
        topic.HasIndex(t => new { t.ForumId, t.Id }, "IX_topics_forum_unanswered").HasFilter(visible + " AND reply_count = 0");
        topic.HasIndex(t => new { t.LastPostAt, t.Id }, "IX_topics_latest").HasFilter(visible);
        topic.HasIndex(t => new { t.Hot, t.Id }, "IX_topics_hot").HasFilter(visible);
        topic.HasIndex(t => t.Id, "IX_topics_unanswered").HasFilter(visible + " AND reply_count = 0");
        topic.HasIndex(t => new { t.AuthorId, t.Id });
        topic.HasIndex(t => new { t.ForumId, t.LastPostAt }, "IX_topics_pinned").HasFilter("is_pinned");
    }
}

internal sealed class TopicHostConfiguration : IEntityTypeConfiguration<TopicHost>
{
    public void Configure(EntityTypeBuilder<TopicHost> host)
    {
        host.ToTable("topic_hosts");
        host.HasKey(h => new { h.TopicId, h.MemberId });
        host.HasIndex(h => h.MemberId);
        host.HasOne<Topic>().WithMany().HasForeignKey(h => h.TopicId).OnDelete(DeleteBehavior.Cascade);
        host.HasOne<Member>().WithMany().HasForeignKey(h => h.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
