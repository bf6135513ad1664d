using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using Community.Jobs;

namespace Community.Notifications;

/// <summary>Hands mails to a server.</summary>
internal sealed class SmtpTransport(MailSettings.SmtpSettings settings) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public TransferEncoding BodyEncoding => TransferEncoding.Base64;

    public async Task Send(MailMessage message, long id, CancellationToken cancel)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User.Length > 0)
            client.Credentials = new NetworkCredential(settings.User, settings.Password);

        // The client's own time limit does not count for sending without blocking.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (SmtpFailedRecipientException refused) when (IsForGood(refused.StatusCode))
        {
            throw new UndeliverableException($"The server refuses the recipient: {refused.StatusCode}", refused);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not finish within {Patience.TotalSeconds} seconds.");
        }
    }

    /// <summary>SMTP's answers from 500 on are final (RFC 5321, 4.2.1), but for a full mailbox, which may be emptied.</summary>
    private static bool IsForGood(SmtpStatusCode code) => (int)code >= 500 && code != SmtpStatusCode.ExceededStorageAllocation;
}
