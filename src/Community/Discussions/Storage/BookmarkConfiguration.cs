using Community.Discussions.Bookmarks;
using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Discussions.Storage;

internal sealed class BookmarkConfiguration : IEntityTypeConfiguration<Bookmark>
{
    public void Configure(EntityTypeBuilder<Bookmark> bookmark)
    {
        bookmark.ToTable("bookmarks");
        bookmark.Property(b => b.Id).ValueGeneratedNever();
        bookmark.HasIndex(b => new { b.MemberId, b.PostId }).IsUnique();
        bookmark.HasIndex(b => new { b.MemberId, b.Id });
        bookmark.HasIndex(b => b.RemindAt, "IX_bookmarks_due").HasFilter("remind_at IS NOT NULL AND reminded_at IS NULL");
        bookmark.HasOne<Post>().WithMany().HasForeignKey(b => b.PostId);
        bookmark.HasOne<Member>().WithMany().HasForeignKey(b => b.MemberId);
    }
}
