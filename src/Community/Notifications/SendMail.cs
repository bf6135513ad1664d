using System.Net.Mail;
using System.Text;
using System.Text.Json;
using Community.Data;
using Community.Jobs;
using Community.Notifications.Contract;
using Community.Shared.Site;
using Microsoft.Extensions.Options;

namespace Community.Notifications;

/// <summary>Sends one mail from the outbox in the community's name.</summary>
internal sealed class SendMail(IMailTransport transport, SiteCache site, IOptions<MailSettings> settings)
{
    public async Task Run(OutboxMessage row, CancellationToken cancel)
    {
        var mail = JsonSerializer.Deserialize<Mail>(row.Payload) ?? throw new UndeliverableException("The message is empty.");
        var community = await site.Get(cancel);
        var name = MailComposer.OneLine(community.Name);
        MailMessage message;
        try
        {
            message = MailComposer.Compose(mail, new MailAddress(settings.Value.From, name, Encoding.UTF8), community.Accent, row.Id, transport.BodyEncoding);
        }
        catch (FormatException badAddress)
        {
            throw new UndeliverableException("The address is none.", badAddress);
        }

        using (message)
            await transport.Send(message, row.Id, cancel);
    }
}
