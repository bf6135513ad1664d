using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;

namespace Community.Notifications;

/// <summary>Writes mails as <c>.eml</c> files into a folder: for trying things out, and for mail servers that collect from one.</summary>
internal sealed class PickupTransport(string folder) : IMailTransport
{
    /// <summary>Eight bits as they are: whoever opens a file here reads the text and can follow its link.</summary>
    public TransferEncoding BodyEncoding => TransferEncoding.EightBit;

    public async Task Send(MailMessage message, long id, CancellationToken cancel)
    {
        var workshop = Directory.CreateDirectory(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".{id}")));
        try
        {
            using var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = workshop.FullName };
            await writer.SendMailAsync(message, cancel);

            // Under its own name in one step: nobody reads half a mail, and a second try replaces the first.
            var name = string.Create(CultureInfo.InvariantCulture, $"{id}.eml");
            workshop.EnumerateFiles("*.eml").Single().MoveTo(Path.Combine(folder, name), overwrite: true);
        }
        finally
        {
            workshop.Delete(recursive: true);
        }
    }
}
