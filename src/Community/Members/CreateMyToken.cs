using Community.Data;
using Community.Shared;

namespace Community.Members;

/// <summary>A member makes a token for themselves. Asks for the password, because a token outlives the session that made it.</summary>
public sealed class CreateMyToken(CommunityData data, CreateToken create, PasswordGate gate, AccountMails mails)
{
    /// <param name="Lasts">How long it works.</param>
    public sealed record Input(string Name, TokenScope Scope, TimeSpan Lasts, string Password);

    public async Task<Result<NewToken>> Run(Actor actor, Input input, CancellationToken cancel)
    {
        var wanted = new CreateToken.Input(actor.Handle ?? "", input.Name.Trim(), input.Scope, input.Lasts);
        if (CreateToken.WhyNot(wanted) is { } wrong)
            return wrong;
        var passed = await gate.Pass(actor, input.Password, cancel);
        if (!passed.Ok)
            return passed.Problem;
        return await data.Write<NewToken>(
            async db =>
            {
                if (await gate.Passed(db, passed.Value, cancel) is not { } account)
                    return Problem.Invalid("current-password", "wrong-password");
                await mails.TokenMade(db, account, cancel);
                return await create.Write(db, actor, wanted, cancel);
            },
            cancel);
    }
}
