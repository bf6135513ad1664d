using Community.Discussions.Seen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Discussions.Storage;

internal sealed class SeenDayConfiguration : IEntityTypeConfiguration<SeenDay>
{
    public void Configure(EntityTypeBuilder<SeenDay> day)
    {
        day.ToTable("seen_days");
        day.HasKey(d => new { d.DiscussionId, d.Day });
        day.HasIndex(d => d.Day);
        day.HasOne<Discussion>().WithMany().HasForeignKey(d => d.DiscussionId);
    }
}

internal sealed class SeenVisitorConfiguration : IEntityTypeConfiguration<SeenVisitor>
{
    public void Configure(EntityTypeBuilder<SeenVisitor> visitor)
    {
        visitor.ToTable("seen_visitors");
        visitor.HasKey(v => new { v.Day, v.DiscussionId, v.NetworkHash, v.BrowserHash });
        visitor.HasOne<Discussion>().WithMany().HasForeignKey(v => v.DiscussionId);
    }
}

internal sealed class SeenSaltConfiguration : IEntityTypeConfiguration<SeenSalt>
{
    public void Configure(EntityTypeBuilder<SeenSalt> salt)
    {
        salt.ToTable("seen_salts");
        salt.HasKey(s => s.Day);
    }
}
