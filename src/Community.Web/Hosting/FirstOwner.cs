using Community.Data;
using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

internal static class FirstOwner
{
    /// <summary>Makes the owner that the settings name, where there is none yet.</summary>
    /// <exception cref="OptionsValidationException">The settings name somebody who cannot be made owner.</exception>
    public static async Task MakeOwner(this IServiceProvider services, CommunityOptions.OwnerOptions owner)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync())
        {
            // Not up to date: the health check says so, and the owner comes with the next start.
            if ((await db.Database.GetPendingMigrationsAsync()).Any())
                return;
        }

        var made = await services.GetRequiredService<EnsureOwner>().Run(new EnsureOwner.Input(owner.Email, owner.Password, owner.Handle), CancellationToken.None);
        if (!made.Ok)
            throw new OptionsValidationException(CommunityOptions.Section, typeof(CommunityOptions), [$"Community:Owner: {made.Problem.Field} is refused: {made.Problem.Code}."]);
    }
}
