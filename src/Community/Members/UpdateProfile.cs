using Community.Data;
using Community.Members.Contract;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Changes what others see of a member.</summary>
public sealed class UpdateProfile(CommunityData data, TimeProvider time)
{
    /// <param name="Bio">Plain text.</param>
    public sealed record Input(string DisplayName, string Bio);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel) => data.Write<Done>(
        async db =>
        {
            if (actor.WhyNotTakePart(time.GetUtcNow()) is { } not)
                return not;
            var (name, bio) = (input.DisplayName.Trim(), TextRules.Normalise(input.Bio).Trim());
            if ((TextRules.WhyNotLine(name, MemberRules.DisplayName) ?? TextRules.WhyNotBody(bio, MemberRules.Bio)) is { } problem)
                return problem;

            if (await db.Members.FirstOrDefaultAsync(m => m.Id == actor.MemberId && m.State != MemberState.Erased, cancel) is not { } member)
                return MemberRules.SignInFirst;
            if (member.DisplayName == name && member.Bio == bio)
                return Done.Yes;
            (member.DisplayName, member.Bio) = (name, bio);
            db.Raise(new MembersNamed([member.Id]));
            // The name stands beside every post.
            await db.TouchSite(cancel);
            return Done.Yes;
        },
        cancel);
}
