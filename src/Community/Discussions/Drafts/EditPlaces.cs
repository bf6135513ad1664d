using System.Globalization;
using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.Extensions.Options;

namespace Community.Discussions.Drafts;

/// <summary>The edit forms of posts that the actor may change.</summary>
internal sealed class EditPlaces(IEnumerable<ISubject> subjects, TimeProvider time, IOptions<PostLimits> limits) : IDraftPlaces
{
    public DraftKind Kind => DraftKind.Edit;

    // One at a time: few people have more than one, and the rules are those of the form.
    public async Task<IReadOnlyDictionary<long, DraftWhere>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var found = new Dictionary<long, DraftWhere>();
        foreach (var id in ids)
        {
            if (await db.FindPost(actor, id, cancel) is not var (post, discussion) || PostRules.WhyNotEdit(actor, post, limits.Value, time.GetUtcNow()) is not null)
                continue;
            var head = await subjects.First(s => s.Kind == discussion.SubjectKind).Head(db, discussion.Id, cancel);
            found[id] = new DraftWhere(ContentName.Of(head?.Title ?? "", string.Create(CultureInfo.InvariantCulture, $"/p/{id}/edit")) with { Number = post.Number });
        }

        return found;
    }
}
