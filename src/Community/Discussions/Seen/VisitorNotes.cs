using System.Threading.Channels;

namespace Community.Discussions.Seen;

/// <summary>Who has just seen what, in memory for the seconds until it is written: a view must not queue for the right to write.</summary>
public sealed class VisitorNotes
{
    private const int Most = 20_000;
    private readonly Channel<Note> waiting = Channel.CreateBounded<Note>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <param name="DiscussionId">What was seen.</param>
    /// <param name="Network">Where from, as the limits count it.</param>
    /// <param name="Browser">What it calls itself.</param>
    /// <param name="IsMember">Who has a read position to tell them by.</param>
    public readonly record struct Note(long DiscussionId, UInt128 Network, string Browser, bool IsMember = false);

    /// <summary>A member saw something for the first time.</summary>
    public void AddMember(long discussionId) => Add(new Note(discussionId, default, "", IsMember: true));

    public void Add(Note note) => waiting.Writer.TryWrite(note);

    internal IReadOnlyList<Note> Take(int most)
    {
        var taken = new List<Note>();
        while (taken.Count < most && waiting.Reader.TryRead(out var note))
            taken.Add(note);
        return taken;
    }
}
