using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions;

/// <summary>What the edit form starts from, or why there is none.</summary>
public sealed class ReadPostForEdit(CommunityData data, IEnumerable<ISubject> subjects, TimeProvider time, IOptions<PostLimits> limits)
{
    public Task<Result<PostForEdit>> Run(Actor actor, long postId, CancellationToken cancel = default) => data.Read<Result<PostForEdit>>(
        async db =>
        {
            if (await db.FindPost(actor, postId, cancel) is not var (post, discussion))
                return Problem.NotFound();
            if (PostRules.WhyNotEdit(actor, post, limits.Value, time.GetUtcNow()) is { } problem)
                return problem;

            var author = await db.Members.Where(m => m.Id == post.AuthorId).Select(m => new Author(m.Role, m.Trust)).FirstOrDefaultAsync(cancel);
            var subject = subjects.First(s => s.Kind == discussion.SubjectKind);
            var head = await subject.Head(db, discussion.Id, cancel);
            var isOpening = post.Number == 1 && head is not null;
            var tags = isOpening ? await db.TagsOf(discussion.Id).Select(t => new { t.Name, t.Key }).ToListAsync(cancel) : [];
            return new PostForEdit
            {
                PostId = post.Id,
                Number = post.Number,
                Version = post.Version,
                Body = post.Body,
                Title = isOpening ? head!.Title : null,
                Tags = string.Join(", ", tags.Select(t => t.Name)),
                TagKeys = tags.ConvertAll(t => t.Key),
                Author = author,
                IsOwn = post.AuthorId == actor.MemberId,
                Path = head?.Path ?? "/",
                Subject = subject,
            };
        },
        cancel);
}
