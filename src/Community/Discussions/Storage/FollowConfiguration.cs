using Community.Discussions.Following;
using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Discussions.Storage;

internal sealed class FollowConfiguration : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> follow)
    {
        follow.ToTable("follows");
        follow.Property(f => f.Id).ValueGeneratedNever();
        follow.HasIndex(f => new { f.MemberId, f.Kind, f.TargetId }).IsUnique();
        follow.HasIndex(f => new { f.MemberId, f.Level, f.Id });
        // Who follows something, for what it causes later.
        follow.HasIndex(f => new { f.Kind, f.TargetId, f.Level });
        follow.HasOne<Member>().WithMany().HasForeignKey(f => f.MemberId);
    }
}
