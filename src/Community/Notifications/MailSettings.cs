using System.ComponentModel.DataAnnotations;

namespace Community.Notifications;

/// <summary>The section <c>Community:Mail</c>: how mail leaves the house.</summary>
public sealed class MailSettings
{
    public const string Section = "Community:Mail";

    /// <summary>The sender's address.</summary>
    [Required]
    [EmailAddress]
    public string From { get; set; } = "community@localhost.localdomain";

    /// <summary>The folder for mails while no server is named; empty for <c>mail</c> in the data directory.</summary>
    public string PickupDirectory { get; set; } = "";

    public SmtpSettings Smtp { get; set; } = new();

    public sealed class SmtpSettings
    {
        /// <summary>Empty: mails are written to the pickup folder.</summary>
        public string Host { get; set; } = "";

        [Range(1, 65535)]
        public int Port { get; set; } = 587;

        public string User { get; set; } = "";

        public string Password { get; set; } = "";

        /// <summary>Whether the connection must be encrypted by STARTTLS; without it nothing is sent.</summary>
        public bool StartTls { get; set; } = true;
    }
}
