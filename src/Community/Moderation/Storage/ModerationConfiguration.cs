using Community.Data;
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
        report.HasIndex(r => new { r.ReporterId, r.At });
        report.HasIndex(r => r.HandledIn).HasFilter("handled_in IS NOT NULL");
        report.HasOne<Member>().WithMany().HasForeignKey(r => r.ReporterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> entry)
    {
        entry.ToTable("moderation_log");
        entry.IsAppendOnly();
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.Action).HasMaxLength(32);
        entry.HasIndex(e => new { e.SubjectKind, e.SubjectId, e.Sequence });
        entry.HasIndex(e => new { e.Action, e.Sequence });
        entry.HasIndex(e => e.Undoes).HasFilter("undoes IS NOT NULL");
    }
}

internal sealed class LogPayloadConfiguration : IEntityTypeConfiguration<LogPayload>
{
    public void Configure(EntityTypeBuilder<LogPayload> payload)
    {
        payload.ToTable("moderation_log_payloads");
        payload.IsAppendOnly(erasable: true);
        payload.HasKey(p => p.Sequence);
        payload.Property(p => p.Sequence).ValueGeneratedNever();
        payload.HasIndex(p => new { p.ActorId, p.Sequence });
        payload.HasIndex(p => new { p.MemberId, p.Sequence });
        payload.HasOne<LogEntry>().WithOne().HasForeignKey<LogPayload>(p => p.Sequence);
    }
}
