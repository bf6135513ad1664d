using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Members.Storage;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members");
        member.Property(m => m.Id).ValueGeneratedNever();
        member.Property(m => m.Handle).HasMaxLength(64);
        member.Property(m => m.HandleKey).HasMaxLength(64);
        member.HasIndex(m => m.HandleKey).IsUnique();
        member.HasIndex(m => m.SuspendedUntil).HasFilter("suspended_until IS NOT NULL");
        member.HasIndex(m => m.Role).HasFilter("role <> 'Member'");
    }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.HasIndex(a => a.NormalizedEmail).IsUnique();
        account.HasOne<Member>().WithOne().HasForeignKey<Account>(a => a.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> consent)
    {
        consent.ToTable("consents");
        consent.Property(c => c.Id).ValueGeneratedNever();
        consent.HasIndex(c => new { c.MemberId, c.Purpose, c.Id });
        consent.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SignInGuardConfiguration : IEntityTypeConfiguration<SignInGuard>
{
    public void Configure(EntityTypeBuilder<SignInGuard> guard)
    {
        guard.ToTable("sign_in_guards");
        guard.HasKey(g => g.Key);
        guard.Property(g => g.Key).HasMaxLength(64);
        guard.Property(g => g.AddressKey).HasMaxLength(64);
        guard.HasIndex(g => g.AddressKey);
        guard.HasIndex(g => new { g.FirstAt, g.PassedAt });
    }
}

internal sealed class ReservedHandleConfiguration : IEntityTypeConfiguration<ReservedHandle>
{
    public void Configure(EntityTypeBuilder<ReservedHandle> handle)
    {
        handle.ToTable("reserved_handles");
        handle.HasKey(h => h.Hash);
        handle.Property(h => h.Hash).HasMaxLength(64);
    }
}

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("api_tokens");
        token.Property(t => t.Id).ValueGeneratedNever();
        token.Property(t => t.Hash).HasMaxLength(64);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasIndex(t => t.MemberId);
        token.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FormerEmailConfiguration : IEntityTypeConfiguration<FormerEmail>
{
    public void Configure(EntityTypeBuilder<FormerEmail> email)
    {
        email.ToTable("former_emails");
        email.HasKey(e => e.MemberId);
        email.Property(e => e.MemberId).ValueGeneratedNever();
        email.Property(e => e.Hash).HasMaxLength(64);
        email.HasIndex(e => e.Hash);
        email.HasOne<Member>().WithOne().HasForeignKey<FormerEmail>(e => e.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
