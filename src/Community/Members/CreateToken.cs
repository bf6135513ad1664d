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
    private const int Bytes = 32;
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(180);
    public static readonly TimeSpan LastsAtMost = TimeSpan.FromDays(730);

    /// <summary>So many that work at once are enough for one person's programs.</summary>
    public const int AtMost = 20;

    private static readonly TextLimits NameLimits = new("name", 1, 1, 60);

    /// <param name="Handle">For whom: oneself, or anybody where the system asks.</param>
    /// <param name="Name">What the member calls it.</param>
    public sealed record Input(string Handle, string Name, TokenScope Scope, TimeSpan? Lasts = null);

    public async Task<Result<NewToken>> Run(Actor actor, Input input, CancellationToken cancel) =>
        WhyNot(input) is { } wrong ? wrong : await data.Write(db => Write(db, actor, input, cancel), cancel);

    internal static Problem? WhyNot(Input input)
    {
        if (TextRules.WhyNotLine(input.Name, NameLimits) is { } name)
            return name;
        if (!Enum.IsDefined(input.Scope))
            return Problem.Invalid("scope", "scope-unknown");
        return input.Lasts is { } lasts && (lasts <= TimeSpan.Zero || lasts > LastsAtMost)
            ? Problem.Invalid("lasts", "token-lasts", ("days", (int)LastsAtMost.TotalDays))
            : null;
    }

    internal async Task<Result<NewToken>> Write(CommunityDb db, Actor actor, Input input, CancellationToken cancel)
    {
        var key = HandleSkeleton.Of(input.Handle);
        var member = await db.Members.FirstOrDefaultAsync(m => m.HandleKey == key, cancel);
        if (member is null || !(actor == Actor.System || actor.MemberId == member.Id))
            return Problem.NotFound();
        var now = time.GetUtcNow();
        if (actor.IsMember && actor.WhyNotTakePart(now) is { } not)
            return not;
        if (input.Scope == TokenScope.Staff && member.Role == Role.Member)
            return Problem.Forbidden("scope-not-yours");
        if (await db.ApiTokens.CountAsync(t => t.MemberId == member.Id && t.RevokedAt == null && t.ExpiresAt > now, cancel) >= AtMost)
            return new Problem(ProblemKind.Conflict, "too-many-tokens", null, new Dictionary<string, object> { ["max"] = AtMost });

        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var row = new ApiToken
        {
            Id = ids.Next(),
            MemberId = member.Id,
            Name = input.Name,
            Hash = HashOf(token),
            Scope = input.Scope,
            CreatedAt = now,
            ExpiresAt = now + (input.Lasts ?? Lasts),
        };
        db.ApiTokens.Add(row);
        return new NewToken(row.Id, token, row.ExpiresAt);
    }

    /// <summary>Whether a text looks like a token, so that what is none costs no look into the database.</summary>
    public static bool IsForm(string text) => text.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(Prefix.Length), out var bytes) && bytes == Bytes;

    /// <summary>What is stored. One round is enough: 256 random bits cannot be guessed.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

public sealed record NewToken(long Id, string Token, DateTimeOffset ExpiresAt);
