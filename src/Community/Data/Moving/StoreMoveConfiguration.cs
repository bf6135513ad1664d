using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Data.Moving;

internal sealed class StoreMoveConfiguration : IEntityTypeConfiguration<StoreMove>
{
    public void Configure(EntityTypeBuilder<StoreMove> move) => move.Property(m => m.Id).ValueGeneratedNever();
}
