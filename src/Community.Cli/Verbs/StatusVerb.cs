using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Community.Cli.Hosting;
using Community.Data;
using Community.Discussions;
using Community.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

internal static class StatusVerb
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Make(Settings settings)
    {
        var json = new Option<bool>("--json") { Description = "One flat object of numbers." };
        var command = new Command("status", "Tells what is in the database.") { json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = await Services.Open(settings, cancel);
            var figures = await services.GetRequiredService<CommunityData>().Read(db => Count(db, services.GetRequiredService<IDatabaseProvider>(), cancel), cancel);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(figures, Indented));
            else
                foreach (var (name, figure) in figures)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name.Replace('_', ' '),-16}{figure,14:N0}"));
            return 0;
        });
        return command;
    }

    private static async Task<Dictionary<string, long>> Count(CommunityDb db, IDatabaseProvider provider, CancellationToken cancel) => new()
    {
        ["members"] = await db.Members.LongCountAsync(m => m.State != MemberState.Erased, cancel),
        ["members_imported"] = await db.Members.LongCountAsync(m => m.State == MemberState.Imported || m.State == MemberState.Anonymous, cancel),
        ["accounts"] = await db.Accounts.LongCountAsync(cancel),
        ["forums"] = await db.Forums.LongCountAsync(cancel),
        ["topics"] = await db.Topics.LongCountAsync(t => t.State == PostState.Visible || t.State == PostState.Held || t.State == PostState.Hidden, cancel),
        ["posts"] = await db.Posts.LongCountAsync(p => p.State == PostState.Visible || p.State == PostState.Held || p.State == PostState.Hidden, cancel),
        ["tombstones"] = await db.Posts.LongCountAsync(p => p.State != PostState.Visible && p.State != PostState.Held && p.State != PostState.Hidden, cancel),
        ["ideas"] = await db.Ideas.LongCountAsync(i => i.State == PostState.Visible || i.State == PostState.Held || i.State == PostState.Hidden, cancel),
        ["votes"] = await db.IdeaVotes.LongCountAsync(v => v.UndoneAt == null && v.CountedAt != null, cancel),
        ["reactions"] = await db.Reactions.Where(r => r.UndoneAt == null).SumAsync(r => (long)r.Count, cancel),
        ["reactions_by_people"] = await db.Reactions.LongCountAsync(r => r.UndoneAt == null && r.MemberId != null, cancel),
        ["tags"] = await db.Tags.LongCountAsync(cancel),
        ["revisions"] = await db.Revisions.LongCountAsync(cancel),
        ["reports"] = await db.Reports.LongCountAsync(cancel),
        ["log_entries"] = await db.Log.LongCountAsync(cancel),
        ["search_entries"] = await db.SearchEntries.LongCountAsync(cancel),
        ["outbox_waiting"] = await db.Outbox.LongCountAsync(m => m.SentAt == null, cancel),
        ["erasures_waiting"] = await db.Erasures.LongCountAsync(e => e.DoneAt == null, cancel),
        ["database_bytes"] = await provider.Size(cancel),
    };
}
