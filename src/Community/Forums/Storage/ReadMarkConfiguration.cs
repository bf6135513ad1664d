using Community.Forums.Reading;
using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Forums.Storage;

internal sealed class ReadMarkConfiguration : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> mark)
    {
        mark.ToTable("read_marks");
        // No reference to a forum: 0 is everywhere, and what is left of a deleted forum harms nobody.
        mark.HasKey(m => new { m.MemberId, m.ForumId });
        mark.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId);
    }
}
