using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>What is erased can be reported no longer, and what was said of it goes with it.</summary>
internal sealed class ForgetReports : IHandle<PostErased>
{
    public async Task Handle(PostErased happened, CommunityDb db, CancellationToken cancel) =>
        await db.Reports.Where(r => r.SubjectKind == ContentKind.Post && r.SubjectId == happened.PostId).ExecuteDeleteAsync(cancel);
}
