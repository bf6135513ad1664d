using Community.Data;
using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>
/// What a discussion asks of the thing it stands under. Each content capability brings one for its kind, so that editing,
/// revisions and links are written once for all of them.
/// </summary>
public interface ISubject
{
    ContentKind Kind { get; }

    Task<SubjectHead?> Head(CommunityDb db, long id, CancellationToken cancel);

    /// <summary>Whether the subject exists for the actor.</summary>
    Task<bool> IsSeenBy(CommunityDb db, long id, Actor actor, CancellationToken cancel);

    /// <summary>How long a title may be; the form shows it and the act asks it.</summary>
    TextLimits TitleLimits { get; }

    /// <summary>Gives the subject another title, in the write that edits its post 1.</summary>
    Task Retitle(CommunityDb db, long id, string title, CancellationToken cancel);

    /// <summary>Why the author of a post may not give it another text now, beside what holds for all subjects; in the write that edits it.</summary>
    Task<Problem?> WhyNotEdit(CommunityDb db, long id, Actor author, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Why the author may not take its opening away, beside what others answered; in the write that removes it.</summary>
    Task<Problem?> WhyNotRemove(CommunityDb db, long id, Actor author, CancellationToken cancel);
}

/// <param name="Title">As it stands now.</param>
/// <param name="Path">The address inside the site, without page or anchor.</param>
/// <param name="Number">The public number.</param>
public sealed record SubjectHead(string Title, string Path, long Number);
