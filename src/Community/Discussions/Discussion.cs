using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;

namespace Community.Discussions;

/// <summary>A numbered sequence of posts under a subject. It has the id of its subject; post 1 is the subject's own text.</summary>
public sealed class Discussion : Entity
{
    public required ContentKind SubjectKind { get; init; }

    public required string Audience { get; set; }

    /// <summary>The highest post number given out; numbers are dense and never reused.</summary>
    public int LastNumber { get; set; }

    /// <summary>Raised by every visible change and stored on each post that it touched.</summary>
    public long ChangeNumber { get; private set; }

    public int NextNumber() => ++LastNumber;

    /// <summary>Takes the next change number for a visible change, once per act.</summary>
    /// <param name="ofSubject">Whether pages that name the subject are other ones by it.</param>
    public long Change(bool ofSubject = false)
    {
        ChangeNumber++;
        var raised = Events.OfType<DiscussionChanged>().FirstOrDefault();
        if (raised is null)
            Raise(raised = new DiscussionChanged(Id, SubjectKind));
        raised.ChangeNumber = ChangeNumber;
        raised.IsOfSubject |= ofSubject;
        return ChangeNumber;
    }

    /// <summary>For imports: the number that the content had elsewhere.</summary>
    public void ImportedUpTo(int number) => LastNumber = Math.Max(LastNumber, number);
}
