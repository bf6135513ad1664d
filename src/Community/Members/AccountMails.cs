using Community.Data;
using Community.Notifications.Contract;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Members;

/// <summary>Puts the mails about an account into the outbox, in the language of whoever gets them.</summary>
public sealed class AccountMails(AccountTokens tokens, ClaimTokens claims, KeyedHash hash, Ids ids, TimeProvider time, IOptions<AccountLimits> limits)
{
    public async Task Confirm(CommunityDb db, Account account, string language, string origin, CancellationToken cancel)
    {
        var link = Link(origin, "/account/confirm", tokens.Make(TokenPurpose.ConfirmEmail, account));
        // Whoever was here before need not begin anew.
        var before = await db.ClaimableWith(FormerEmail.HashOf(hash, account.Email!), cancel) is not { } former ? [] : new[]
        {
            new MailPart(MailTexts.In(language, "ConfirmFormerBody", former.DisplayName)),
            new MailPart(MailTexts.In(language, "ConfirmFormerLink", former.DisplayName), Link(origin, "/account/claim/take", claims.Make(former.Id, account.Email!))),
        };
        await Queue(db, account.Email!, language, "Confirm", link, (int)AccountTokens.ConfirmationLasts.TotalHours, cancel, before);
    }

    /// <summary>To the address of the old account, which is not one of ours yet.</summary>
    public async Task Claim(CommunityDb db, Member member, string email, string language, string origin, CancellationToken cancel)
    {
        var link = Link(origin, "/account/claim/take", claims.Make(member.Id, email));
        var who = new MailPart(MailTexts.In(language, "ClaimWho", member.DisplayName, member.Handle));
        await Queue(db, email, language, "Claim", link, (int)ClaimTokens.Lasts.TotalHours, cancel, who);
    }

    public async Task ResetPassword(CommunityDb db, Account account, string origin, CancellationToken cancel)
    {
        var link = Link(origin, "/account/reset", tokens.Make(TokenPurpose.ResetPassword, account));
        await Queue(db, account.Email!, await LanguageOf(db, account, cancel), "Reset", link, (int)AccountTokens.ResetLasts.TotalHours, cancel);
    }

    public async Task AlreadyRegistered(CommunityDb db, Account account, string origin, CancellationToken cancel) =>
        await Queue(db, account.Email!, await LanguageOf(db, account, cancel), "Already", origin + "/account/forgot", 0, cancel);

    /// <summary>To the address that the member wants to have.</summary>
    public async Task NewAddress(CommunityDb db, Account account, string origin, CancellationToken cancel)
    {
        var link = Link(origin, "/account/email/confirm", tokens.Make(TokenPurpose.NewEmail, account));
        await Queue(db, account.PendingEmail!, await LanguageOf(db, account, cancel), "NewAddress", link, (int)AccountTokens.ConfirmationLasts.TotalHours, cancel);
    }

    /// <summary>To the address that the member still has, while there is time to object.</summary>
    public async Task AddressIsChanging(CommunityDb db, Account account, CancellationToken cancel) =>
        await Queue(db, account.Email!, await LanguageOf(db, account, cancel), "AddressChanging", null, 0, cancel);

    public async Task PasswordChanged(CommunityDb db, Account account, CancellationToken cancel) =>
        await Queue(db, account.Email!, await LanguageOf(db, account, cancel), "PasswordChanged", null, 0, cancel);

    /// <summary>Whoever is signed in on a device that was left alone could make one.</summary>
    public async Task TokenMade(CommunityDb db, Account account, CancellationToken cancel) =>
        await Queue(db, account.Email!, await LanguageOf(db, account, cancel), "TokenMade", null, 0, cancel);

    public async Task Test(CommunityDb db, Account account, CancellationToken cancel) =>
        await Queue(db, account.Email!, await LanguageOf(db, account, cancel), "Test", null, 0, cancel);

    /// <summary>What an address without an account gets: a row that is never sent, so that the time taken does not tell.</summary>
    public void Nothing(CommunityDb db)
    {
        var now = time.GetUtcNow();
        var nothing = new OutboxMessage { Id = ids.Next(), Channel = MailQueue.Channel, Recipient = "", Payload = "", CreatedAt = now, DueAt = now };
        nothing.Sent(now);
        db.Outbox.Add(nothing);
    }

    public async Task<string> LanguageOf(CommunityDb db, Account account, CancellationToken cancel) =>
        await db.Members.Where(m => m.Id == account.Id).Select(m => m.Language).FirstOrDefaultAsync(cancel)
        ?? await db.Site.Where(s => s.Id == SiteSettings.TheOne).Select(s => s.DefaultLanguage).FirstOrDefaultAsync(cancel)
        ?? Languages.English;

    private async Task Queue(CommunityDb db, string to, string language, string kind, string? link, int hours, CancellationToken cancel, params MailPart[] more)
    {
        var now = time.GetUtcNow();
        var recipient = MailQueue.RecipientOf(to);
        // Strangers can ask for links: nobody's mailbox is filled by us. Notices always go, or a flood would silence them.
        if (link is not null && await db.Outbox.CountAsync(m => m.Channel == MailQueue.Channel && m.Recipient == recipient && m.CreatedAt > now.AddHours(-1), cancel) >= limits.Value.MailsPerAddressPerHour)
        {
            Nothing(db);
            return;
        }

        var community = await db.Site.Where(s => s.Id == SiteSettings.TheOne).Select(s => s.Name).FirstOrDefaultAsync(cancel) ?? new SiteSettings().Name;
        var parts = new List<MailPart> { new(MailTexts.In(language, kind + "Body", community, hours)) };
        if (link is not null)
            parts.Add(new MailPart(MailTexts.In(language, kind + "Link", community), link));
        parts.AddRange(more);
        parts.Add(new MailPart(MailTexts.In(language, kind + "Close", community, hours)));
        parts.Add(new MailPart(MailTexts.In(language, "Signature", community)));
        db.Queue(new Mail(to, language, MailTexts.In(language, kind + "Subject", community), parts), ids.Next(), now);
    }

    private static string Link(string origin, string path, string token) => $"{origin}{path}?token={token}";
}
