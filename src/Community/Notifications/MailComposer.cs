using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Community.Notifications.Contract;

namespace Community.Notifications;

/// <summary>Makes MIME of a <see cref="Mail"/>: a text and the same as a small HTML page.</summary>
internal static class MailComposer
{
    /// <summary>The message. Whoever calls disposes of it.</summary>
    /// <param name="accent">The community's colour; its name is the sender's.</param>
    public static MailMessage Compose(Mail mail, MailAddress from, string accent, long id, TransferEncoding encoding)
    {
        var message = new MailMessage(from, new MailAddress(mail.To))
        {
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = string.Create(CultureInfo.InvariantCulture, $"<{id}@{from.Host}>");
        message.Headers["Content-Language"] = mail.Language;
        // RFC 3834: keeps out-of-office answers away.
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.AlternateViews.Add(View(Text(mail), MediaTypeNames.Text.Plain, encoding));
        message.AlternateViews.Add(View(MailPage.Of(mail, from.DisplayName, accent), MediaTypeNames.Text.Html, encoding));
        return message;
    }

    /// <summary>Without control characters, so that a name in a subject cannot begin a header of its own.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    private static AlternateView View(string content, string type, TransferEncoding encoding)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        view.TransferEncoding = encoding;
        return view;
    }

    private static string Text(Mail mail) =>
        string.Join("\r\n\r\n", mail.Parts.Select(p => p.Link is null ? p.Text : p.Text + "\r\n" + p.Link)) + "\r\n";
}
