using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>
/// Asks for another address: a link goes there, a notice to the present one. Nothing changes before the link is
/// followed. An address that somebody else has gets the notice that it has an account, and here sounds like any other.
/// </summary>
public sealed class ChangeEmail(CommunityData data, PasswordGate gate, AccountMails mails)
{
    public sealed record Input(string Email, string Password, string Origin);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel)
    {
        var email = EmailRules.Tidy(input.Email);
        if (EmailRules.WhyNot(email) is { } problem)
            return problem;
        var passed = await gate.Pass(actor, input.Password, cancel);
        if (!passed.Ok)
            return passed.Problem;

        var normalized = EmailRules.Normalize(email);
        return await data.Write<Done>(
            async db =>
            {
                if (await gate.Passed(db, passed.Value, cancel) is not { } account)
                    return Problem.Invalid("current-password", "wrong-password");
                if (account.NormalizedEmail == normalized)
                    return Problem.Invalid("email", "email-same");

                account.PendingEmail = email;
                await mails.AddressIsChanging(db, account, cancel);
                if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel) is { } owner)
                    await mails.AlreadyRegistered(db, owner, input.Origin, cancel);
                else
                    await mails.NewAddress(db, account, input.Origin, cancel);
                return Done.Yes;
            },
            cancel);
    }
}
