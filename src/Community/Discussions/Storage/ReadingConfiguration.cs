using Community.Discussions.Reading;
using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Discussions.Storage;

internal sealed class ReadTimeConfiguration : IEntityTypeConfiguration<ReadTime>
{
    public void Configure(EntityTypeBuilder<ReadTime> time)
    {
        time.ToTable("read_times");
        time.HasKey(t => new { t.MemberId, t.DiscussionId, t.Day });
        time.HasIndex(t => t.Day);
        time.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId);
        time.HasOne<Discussion>().WithMany().HasForeignKey(t => t.DiscussionId);
    }
}

internal sealed class ReadClockConfiguration : IEntityTypeConfiguration<ReadClock>
{
    public void Configure(EntityTypeBuilder<ReadClock> clock)
    {
        clock.ToTable("read_clocks");
        clock.HasKey(c => c.MemberId);
        clock.Property(c => c.MemberId).ValueGeneratedNever();
        clock.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
    }
}
