using Community.Moderation;
using Community.Shared;
using Community.Web.Hosting;

namespace Community.Web.Moderation.Api;

/// <summary>The desk's rows as the wire has them.</summary>
internal static class DeskWire
{
    public static Client.QueueItem Item(QueueItem item) => new()
    {
        Content = Content(item.Content, item.Name),
        Weight = item.Weight,
        Since = item.Since,
        Excerpt = item.Excerpt,
        Author = Wire.Person(item.Author),
        State = item.State is { } state ? SameName<ContentState, Client.ContentState>.Find(state) : null,
        Reasons = item.Reasons.ToDictionary(pair => SameName<ReportReason, Client.ReportReason>.Of(pair.Key), pair => pair.Value),
        Notes = [.. item.Notes.Select(note => new Client.ReportNote(Wire.Person(note.Reporter), SameName<ReportReason, Client.ReportReason>.Of(note.Reason), note.Note))],
    };

    public static Client.LogEntry Entry(LogLine line) => new()
    {
        Number = line.Sequence,
        At = line.At,
        Action = line.Action,
        Subject = Content(line.Subject, line.Name),
        By = Wire.Person(line.By),
        Member = Wire.Person(line.Member),
        Reason = line.Reason,
        Undoes = line.Undoes,
        UndoneBy = line.UndoneBy,
        CanUndo = line.CanUndo,
    };

    private static Client.Content Content(ContentRef content, ContentLine? name) =>
        new(SameName<ContentKind, Client.ContentKind>.Of(content.Kind), content.Id.Id(), name?.Path);
}
