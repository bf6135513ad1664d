using Community.Data;
using Community.Discussions;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>What the brand and the staff said last about ideas.</summary>
public sealed class ReadOfficialComments(CommunityData data)
{
    /// <summary>Newest first.</summary>
    public Task<List<OfficialPost>> Run(Actor actor, int count, CancellationToken cancel = default) => data.Read(
        db => (from post in db.Posts
               where post.IsOfficial && post.State == PostState.Visible && post.Number > 1
               join idea in db.Ideas.VisibleTo(actor) on post.DiscussionId equals idea.Id
               join author in db.Members on post.AuthorId equals author.Id
               orderby post.Id descending
               select new OfficialPost
               {
                   Id = post.Id,
                   Number = post.Number,
                   CreatedAt = post.CreatedAt,
                   Author = new MemberSummary(author.Id, author.Handle, author.DisplayName, author.Role, author.State),
                   Kind = ContentKind.Idea,
                   SubjectNumber = idea.Number,
                   SubjectSlug = idea.Slug,
                   SubjectTitle = idea.Title,
                   SubjectLanguage = idea.Language,
               }).Take(count).ToListAsync(cancel),
        cancel);
}
