using System.Text.Json;
using Community.Data;
using Community.Jobs;
using Community.Members;

namespace Community.Notifications.Contract;

/// <summary>A mail as an act writes it: plain words and links, no markup.</summary>
/// <param name="To">The address alone.</param>
/// <param name="Language">Of the text: <c>ja</c> or <c>en</c>.</param>
/// <param name="Subject">One line; line breaks in it become spaces.</param>
/// <param name="Parts">Paragraphs from top to bottom.</param>
public sealed record Mail(string To, string Language, string Subject, IReadOnlyList<MailPart> Parts);

/// <summary>A paragraph, or the words of a link.</summary>
public sealed record MailPart(string Text, string? Link = null);

public static class MailQueue
{
    public const string Channel = "mail";

    /// <summary>One recipient however the address was typed: in the order of sending, in limits, and for who asks what was sent to them.</summary>
    public static string RecipientOf(string address) => EmailRules.Normalize(address);

    /// <summary>Puts a mail into the outbox: it is sent once the act has committed, and not at all if the act fails.</summary>
    public static void Queue(this CommunityDb db, Mail mail, long id, DateTimeOffset now)
    {
        db.Outbox.Add(new OutboxMessage
        {
            Id = id,
            Channel = Channel,
            Recipient = RecipientOf(mail.To),
            Payload = JsonSerializer.Serialize(mail),
            CreatedAt = now,
            DueAt = now,
        });
        db.Raise(new OutboxFilled());
    }
}
