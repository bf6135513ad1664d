using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

public enum Decision
{
    /// <summary>Approves what was held, declines what was reported.</summary>
    Keep,
    Hide,
    Remove,
}

/// <summary>Takes an item off the queue by deciding what becomes of it.</summary>
public sealed class HandleReports(CommunityData data, TimeProvider time, DeclineReports decline, IEnumerable<IModerated> moderated)
{
    public sealed record Input(ContentRef Content, Decision Decision, string Reason);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if ((actor.WhyNotModerate(time.GetUtcNow()) ?? StaffReason.WhyNot(input.Reason)) is { } problem)
            return problem;
        if (!Enum.IsDefined(input.Decision))
            return Problem.Invalid("decision", "decision-unknown");
        var port = moderated.FirstOrDefault(m => m.Kind == input.Content.Kind);
        var item = port is null ? null : await data.Read(async db => (await port.Find(db, actor, [input.Content.Id], cancel)).SingleOrDefault(), cancel);
        if (item is not { State: ContentState.Held } && !await data.Read(db => db.Reports.OpenAbout(input.Content).AnyAsync(cancel), cancel))
            return await AlreadyHandled(input.Content, cancel);

        // Each of these decides again on fresh rows: of two moderators at once the second meets a conflict there.
        var result = item switch
        {
            { State: ContentState.Held } => await port!.Bring(actor, input.Content.Id, item.State, StateAfter(input.Decision), input.Reason, cancel),
            _ when input.Decision == Decision.Keep => await decline.Run(actor, input.Content, input.Reason, cancel),
            null => Problem.Invalid("decision", "decision-not-here"),
            _ => await port!.Bring(actor, input.Content.Id, item.State, StateAfter(input.Decision), input.Reason, cancel),
        };
        return result.Problem is { Kind: ProblemKind.Conflict } ? await AlreadyHandled(input.Content, cancel) : result;
    }

    private static ContentState StateAfter(Decision decision) => decision switch
    {
        Decision.Keep => ContentState.Visible,
        Decision.Hide => ContentState.Hidden,
        _ => ContentState.Removed,
    };

    private async Task<Problem> AlreadyHandled(ContentRef content, CancellationToken cancel)
    {
        var (kind, id) = content;
        var by = await data.Read(
            db => db.Log.Where(e => e.SubjectKind == kind && e.SubjectId == id).OrderByDescending(e => e.Sequence).Take(1)
                .Join(db.LogPayloads, e => e.Sequence, p => p.Sequence, (_, payload) => payload.ActorId)
                .Join(db.Members, actor => actor, m => (long?)m.Id, (_, member) => member.DisplayName)
                .FirstOrDefaultAsync(cancel),
            cancel);
        return by is null
            ? Problem.Conflict("already-handled")
            : new Problem(ProblemKind.Conflict, "already-handled-by", null, new Dictionary<string, object> { ["by"] = by });
    }
}
