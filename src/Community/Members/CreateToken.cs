using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Makes a token with which a program acts for a member. It is shown this once.</summary>
public sealed class CreateToken(CommunityData data, Ids ids, TimeProvider time)
{
    /// <summary>So that leaked tokens can be recognised, by people and by scanners.</summary>
    public const string Prefix = "cmt_";
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(180);
    public static readonly TimeSpan LastsAtMost = TimeSpan.FromDays(730);
    private static readonly TextLimits NameLimits = new("name", 1, 1, 60);

    /// <param name="Handle">For whom: oneself, or anybody where the system asks.</param>
    /// <param name="Name">What the member calls it.</param>
    public sealed record Input(string Handle, string Name, TokenScope Scope, TimeSpan? Lasts = null);

    public async Task<Result<NewToken>> Run(Actor actor, Input input, CancellationToken cancel)
    {
        var lasts = input.Lasts ?? Lasts;
        if (TextRules.WhyNotLine(input.Name, NameLimits) is { } name)
            return name;
        if (lasts <= TimeSpan.Zero || lasts > LastsAtMost)
            return Problem.Invalid("lasts", "token-lasts", ("days", (int)LastsAtMost.TotalDays));

        var key = HandleSkeleton.Of(input.Handle);
        return await data.Write<NewToken>(
            async db =>
            {
                var member = await db.Members.FirstOrDefaultAsync(m => m.HandleKey == key, cancel);
                if (member is null || !(actor == Actor.System || actor.MemberId == member.Id))
                    return Problem.NotFound();
                var now = time.GetUtcNow();
                if (actor.IsMember && actor.WhyNotTakePart(now) is { } not)
                    return not;
                if (input.Scope == TokenScope.Staff && member.Role == Role.Member)
                    return Problem.Forbidden("scope-not-yours");

                var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
                var row = new ApiToken
                {
                    Id = ids.Next(),
                    MemberId = member.Id,
                    Name = input.Name,
                    Hash = HashOf(token),
                    Scope = input.Scope,
                    CreatedAt = now,
                    ExpiresAt = now + lasts,
                };
                db.ApiTokens.Add(row);
                return new NewToken(row.Id, token, row.ExpiresAt);
            },
            cancel);
    }

    /// <summary>What is stored. One round is enough: 256 random bits cannot be guessed.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

public sealed record NewToken(long Id, string Token, DateTimeOffset ExpiresAt);
