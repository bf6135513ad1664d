using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Shared.Site;

internal sealed class SiteSettingsConfiguration : IEntityTypeConfiguration<SiteSettings>
{
    public void Configure(EntityTypeBuilder<SiteSettings> site)
    {
        site.ToTable("site");
        site.Property(s => s.Id).ValueGeneratedNever();
    }
}

internal sealed class SiteDocumentConfiguration : IEntityTypeConfiguration<SiteDocument>
{
    public void Configure(EntityTypeBuilder<SiteDocument> document)
    {
        document.ToTable("site_documents");
        document.HasKey(d => new { d.Kind, d.Version });
    }
}
