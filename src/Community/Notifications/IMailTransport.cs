using System.Net.Mail;
using System.Net.Mime;

namespace Community.Notifications;

/// <summary>Takes a finished mail out of the house.</summary>
public interface IMailTransport
{
    /// <summary>How bodies are to be encoded for this way out.</summary>
    TransferEncoding BodyEncoding { get; }

    /// <param name="message">A mail with a Message-ID that stays the same at every try.</param>
    /// <param name="id">The id of the outbox row.</param>
    /// <param name="cancel">Ends the try.</param>
    Task Send(MailMessage message, long id, CancellationToken cancel);
}
