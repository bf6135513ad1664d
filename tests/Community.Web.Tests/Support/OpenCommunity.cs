using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Support;

/// <summary>The real host with an owner and limits out of the way, and the links that it mails.</summary>
public sealed class OpenCommunity : IAsyncLifetime
{
    public const string OwnerEmail = "olga@example.com";
    public const string Password = "tent and campfire";

    private readonly RunningApp app = new()
    {
        Settings =
        [
            $"--Community:Owner:Email={OwnerEmail}", $"--Community:Owner:Password={Password}",
            "--Community:Limits:SignInsPerMinute=10000", "--Community:Limits:SignInsPerHour=10000", "--Community:Limits:RegistrationsPerHour=10000",
            "--Community:Limits:MailRequestsPerHour=10000", "--Community:Limits:MailsPerAddressPerHour=10000",
            "--Community:Limits:GraceEdit=00:00:00", "--Community:Limits:PostInterval=00:00:00", "--Community:Limits:NewMemberPostInterval=00:00:00", "--Community:Limits:TopicInterval=00:00:00",
        ],
    };

    public string Address => app.Address;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public FormVisitor Visitor(string language = "en") => new(Address, language);

    /// <summary>Somebody who registered, confirmed and signed in, each by its page.</summary>
    public async Task<FormVisitor> Member(string handle)
    {
        var visitor = Visitor();
        await visitor.Fill("/account/register", Registration(handle));
        await visitor.Fill(await Link($"{handle}@example.com"), []);
        await SignIn(visitor, $"{handle}@example.com");
        return visitor;
    }

    /// <summary>A member of a former community, who may be claimed with an address where one is given.</summary>
    public async Task<string> Imported(string handle, string? email = null)
    {
        var (id, hash) = (Get<Ids>().Next(), Get<KeyedHash>());
        await Get<CommunityData>().Write<Done>(db =>
        {
            db.Members.Add(new Member { Id = id, Handle = handle, HandleKey = HandleSkeleton.Of(handle), DisplayName = handle, State = MemberState.Imported, JoinedAt = DateTimeOffset.UnixEpoch });
            if (email is not null)
                db.FormerEmails.Add(new FormerEmail { MemberId = id, Hash = FormerEmail.HashOf(hash, email) });
            return Task.FromResult<Result<Done>>(Done.Yes);
        });
        return handle;
    }

    public static (string Name, string Value)[] Registration(string handle, string? email = null) =>
        [("handle", handle), ("email", email ?? $"{handle}@example.com"), ("password", Password), ("is-of-age", "true"), ("accepts-terms", "true")];

    public static Task<FormVisitor> SignIn(FormVisitor visitor, string email, string password = Password, string? back = null) =>
        visitor.Fill("/account/login" + (back is null ? "" : "?return=" + Uri.EscapeDataString(back)), [("email", email), ("password", password)]);

    /// <summary>The link that an address is mailed, by what its account waits for. (What was sent is no longer in the outbox.)</summary>
    public async Task<string> Link(string to)
    {
        var member = await Get<CommunityData>().Read(db => db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Email == to || a.PendingEmail == to));
        Assert.NotNull(member);
        var purpose = member.PendingEmail == to ? TokenPurpose.NewEmail : member.EmailConfirmed ? TokenPurpose.ResetPassword : TokenPurpose.ConfirmEmail;
        var path = purpose switch { TokenPurpose.NewEmail => "/account/email/confirm", TokenPurpose.ResetPassword => "/account/reset", _ => "/account/confirm" };
        return $"{path}?token={Get<AccountTokens>().Make(purpose, member)}";
    }

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
