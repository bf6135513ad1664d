using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Search.Storage;

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("search_entries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.HasIndex(e => new { e.DiscussionId, e.Number });
        entry.HasIndex(e => new { e.AuthorId, e.Id });
        entry.HasIndex(e => e.Id, "IX_search_entries_uncounted").HasFilter("NOT is_counted");
        entry.HasIndex(e => e.Id, "IX_search_entries_openings").HasFilter("number = 1");
        entry.HasOne<Member>().WithMany().HasForeignKey(e => e.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SearchTermConfiguration : IEntityTypeConfiguration<SearchTerm>
{
    public void Configure(EntityTypeBuilder<SearchTerm> term)
    {
        term.ToTable("search_terms");
        term.HasKey(t => t.Term);
    }
}

internal sealed class SearchForgottenConfiguration : IEntityTypeConfiguration<SearchForgotten>
{
    public void Configure(EntityTypeBuilder<SearchForgotten> forgotten)
    {
        forgotten.ToTable("search_forgotten");
        forgotten.Property(f => f.Id).ValueGeneratedNever();
    }
}
