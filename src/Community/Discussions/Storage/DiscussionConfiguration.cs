using Community.Discussions.Drafts;
using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Discussions.Storage;

internal sealed class DiscussionConfiguration : IEntityTypeConfiguration<Discussion>
{
    public void Configure(EntityTypeBuilder<Discussion> discussion)
    {
        discussion.ToTable("discussions");
        discussion.Property(d => d.Id).ValueGeneratedNever();
        discussion.Property(d => d.Audience).HasMaxLength(64);
    }
}

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("posts");
        post.Property(p => p.Id).ValueGeneratedNever();
        post.ComplexProperty(p => p.Reactions);
        post.HasIndex(p => new { p.DiscussionId, p.Number }).IsUnique();
        post.HasIndex(p => new { p.DiscussionId, p.ChangeNumber });
        post.HasIndex(p => new { p.AuthorId, p.Id });
        post.HasIndex(p => p.Id, "IX_posts_held").HasFilter("state = 'Held'");
        post.HasIndex(p => p.Id, "IX_posts_official").HasFilter("is_official");
        post.HasOne<Discussion>().WithMany().HasForeignKey(p => p.DiscussionId);
        post.HasOne<Member>().WithMany().HasForeignKey(p => p.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PostRevisionConfiguration : IEntityTypeConfiguration<PostRevision>
{
    public void Configure(EntityTypeBuilder<PostRevision> revision)
    {
        revision.ToTable("post_revisions");
        revision.Property(r => r.Id).ValueGeneratedNever();
        revision.HasIndex(r => new { r.PostId, r.Number }).IsUnique();
        revision.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId);
        revision.HasOne<Member>().WithMany().HasForeignKey(r => r.EditorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReactionConfiguration : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> reaction)
    {
        reaction.ToTable("reactions");
        reaction.Property(r => r.Id).ValueGeneratedNever();
        reaction.HasIndex(r => new { r.PostId, r.MemberId }).IsUnique().HasFilter("undone_at IS NULL AND member_id IS NOT NULL");
        reaction.HasIndex(r => r.PostId); // those without a person, too, which the unique one leaves out
        reaction.HasIndex(r => new { r.MemberId, r.Id });
        reaction.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId);
        reaction.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TagConfiguration : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.ToTable("tags");
        tag.Property(t => t.Id).ValueGeneratedNever();
        tag.Property(t => t.Name).HasMaxLength(64);
        tag.Property(t => t.Key).HasMaxLength(64);
        tag.HasIndex(t => t.Key).IsUnique();
    }
}

internal sealed class DiscussionTagConfiguration : IEntityTypeConfiguration<DiscussionTag>
{
    public void Configure(EntityTypeBuilder<DiscussionTag> tagging)
    {
        tagging.ToTable("discussion_tags");
        tagging.HasKey(t => new { t.TagId, t.DiscussionId });
        tagging.HasIndex(t => t.DiscussionId);
        tagging.HasOne<Discussion>().WithMany().HasForeignKey(t => t.DiscussionId);
        tagging.HasOne<Tag>().WithMany().HasForeignKey(t => t.TagId);
    }
}

internal sealed class ReadPositionConfiguration : IEntityTypeConfiguration<ReadPosition>
{
    public void Configure(EntityTypeBuilder<ReadPosition> position)
    {
        position.ToTable("read_positions");
        position.HasKey(p => new { p.MemberId, p.DiscussionId });
        position.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId);
        position.HasOne<Discussion>().WithMany().HasForeignKey(p => p.DiscussionId);
    }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.HasKey(d => new { d.MemberId, d.Kind, d.PlaceId });
        draft.Ignore(d => d.Place);
        draft.Ignore(d => d.Text);
        draft.HasIndex(d => d.SavedAt);
        draft.HasOne<Member>().WithMany().HasForeignKey(d => d.MemberId);
    }
}
