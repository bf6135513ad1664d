using Community.Data;

namespace Community.Shared.Personal;

/// <summary>
/// What one capability holds about people, how it is exported and how it is erased. Every table with a member's key, and every column
/// with words that may be about somebody, stands in one of them; a test finds those that do not.
/// </summary>
public interface IPersonalData
{
    IReadOnlyList<PersonalTable> Tables { get; }

    /// <summary>What the member may have: their own, not what others said or did.</summary>
    IEnumerable<PersonalRows> Export(CommunityDb db, long memberId);

    /// <summary>Names by which texts may know a member, besides the handle. Asked before the erasure begins.</summary>
    Task<IReadOnlyList<string>> OtherNames(CommunityDb db, long memberId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>What must be gone with the first commit, in its transaction: whatever lets somebody in, and the name.</summary>
    Task EraseNow(CommunityDb db, ErasedPerson person, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>
    /// The rest, in writes that are each short. It may be stopped between any two of them and run again from the beginning, and once
    /// more when everything that the member had begun is over.
    /// </summary>
    Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel) => Task.CompletedTask;
}
