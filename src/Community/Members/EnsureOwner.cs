using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Makes the owner that the settings of the server name, where there is none; otherwise leaves everything as it is.</summary>
public sealed class EnsureOwner(CommunityData data, SiteCache site, FindOwner owner, SetUpCommunity setUp)
{
    /// <param name="Handle">Empty: made from the address.</param>
    public sealed record Input(string Email, string Password, string Handle = "");

    /// <returns>Whether somebody was made owner.</returns>
    public async Task<Result<bool>> Run(Input input, CancellationToken cancel)
    {
        if (await owner.Exists(cancel))
            return false;
        var settings = await site.Get(cancel);
        var handle = input.Handle.Length > 0 ? input.Handle : await FreeHandle(EmailRules.Tidy(input.Email), cancel);
        var made = await setUp.Run(
            new SetUpCommunity.Input(settings.Name, settings.DefaultLanguage, settings.TimeZone, handle, input.Email, input.Password), cancel);
        return made.Ok ? true : made.Problem;
    }

    /// <summary>The name before the @ where it can be a handle, else <c>founder</c>, with a number where that is taken.</summary>
    private async Task<string> FreeHandle(string email, CancellationToken cancel)
    {
        var name = string.Concat(email.Split('@')[0].Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(HandleRules.MaxLength));
        var keys = (await data.Read(db => db.Members.Select(m => m.HandleKey).ToListAsync(cancel), cancel)).ToHashSet();
        return Candidates(name).First(c => HandleRules.WhyNot(c) is null && !keys.Contains(HandleSkeleton.Of(c)));
    }

    private static IEnumerable<string> Candidates(string name)
    {
        yield return name;
        yield return "founder";
        for (var i = 2; ; i++)
            yield return $"founder{i}";
    }
}
