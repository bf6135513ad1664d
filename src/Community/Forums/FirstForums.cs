using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>Two places to talk on the first day, where there are none yet.</summary>
internal sealed class FirstForums(Ids ids) : IHandle<CommunityFounded>
{
    private const int Green = 4;
    private const int Blue = 7;

    public async Task Handle(CommunityFounded happened, CommunityDb db, CancellationToken cancel)
    {
        if (await db.Forums.AnyAsync(cancel))
            return;
        db.Forums.AddRange(
            new Forum
            {
                Id = ids.Next(),
                Slug = "general",
                Name = new LocalizedText("総合", "General"),
                Description = new LocalizedText("はじめましてのごあいさつから日々の話題まで、何でもどうぞ。", "Say hello, tell us what you are up to, talk about anything."),
                Hue = Green,
                Order = 1,
            },
            new Forum
            {
                Id = ids.Next(),
                Slug = "help",
                Name = new LocalizedText("質問", "Help"),
                Description = new LocalizedText("わからないことを、くわしい人に聞いてみましょう。", "Ask those who have done it before."),
                Hue = Blue,
                Order = 2,
            });
    }
}
