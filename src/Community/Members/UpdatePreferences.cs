using Community.Data;
using Community.Members.Contract;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Changes how the site speaks to a member and looks for them. Open to everybody who can sign in.</summary>
public sealed class UpdatePreferences(CommunityData data)
{
    /// <summary>What is null stays as it is; an empty language or zone follows the browser.</summary>
    public sealed record Input(string? Language = null, string? TimeZone = null, Theme? Theme = null, bool? HidesPresence = null);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel)
    {
        if (actor.MemberId is not { } id)
            return MemberRules.SignInFirst;
        if (input.Language is { Length: > 0 } language && SiteRules.WhyNotLanguage(language) is { } unknown)
            return unknown;
        if (input.TimeZone is { Length: > 0 } zone && SiteRules.WhyNotTimeZone(zone) is { } nowhere)
            return nowhere;

        return await data.Write<Done>(
            async db =>
            {
                if (await db.Members.FirstOrDefaultAsync(m => m.Id == id && m.State != MemberState.Erased, cancel) is not { } member)
                    return MemberRules.SignInFirst;
                member.Language = Chosen(input.Language, member.Language);
                member.TimeZone = Chosen(input.TimeZone, member.TimeZone);
                member.Theme = input.Theme ?? member.Theme;
                if (input.HidesPresence is { } hides && hides != member.HidesPresence)
                {
                    member.HidesPresence = hides;
                    db.Raise(new PresenceChosen(id, hides));
                }

                return Done.Yes;
            },
            cancel);
    }

    private static string? Chosen(string? asked, string? before) => asked switch { null => before, "" => null, _ => asked };
}
