using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Privacy.Storage;

internal sealed class ErasureConfiguration : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> erasure)
    {
        erasure.ToTable("erasures");
        erasure.HasKey(e => e.MemberId);
        erasure.Property(e => e.MemberId).ValueGeneratedNever();
        erasure.HasIndex(e => e.BegunAt).HasFilter("done_at IS NULL");
        erasure.HasOne<Member>().WithOne().HasForeignKey<Erasure>(e => e.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
