using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Moderation.Storage;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.ToTable("reports");
        report.Property(r => r.Id).ValueGeneratedNever();
        report.HasIndex(r => new { r.SubjectKind, r.SubjectId, r.ReporterId }).IsUnique().HasFilter("state = 'Open'");
        report.HasIndex(r => r.Id, "IX_reports_open").HasFilter("state = 'Open'");
        report.HasOne<Member>().WithMany().HasForeignKey(r => r.ReporterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> entry)
    {
        entry.ToTable("moderation_log");
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.HasIndex(e => new { e.SubjectKind, e.SubjectId });
    }
}

internal sealed class LogPayloadConfiguration : IEntityTypeConfiguration<LogPayload>
{
    public void Configure(EntityTypeBuilder<LogPayload> payload)
    {
        payload.ToTable("moderation_log_payloads");
        payload.HasKey(p => p.Sequence);
        payload.Property(p => p.Sequence).ValueGeneratedNever();
        payload.HasIndex(p => p.MemberId);
        payload.HasOne<LogEntry>().WithOne().HasForeignKey<LogPayload>(p => p.Sequence);
    }
}
