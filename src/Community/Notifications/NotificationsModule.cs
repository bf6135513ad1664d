using Community.Jobs;
using Community.Notifications.Contract;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Community.Notifications;

public static class NotificationsModule
{
    /// <summary>Mail by the way that <see cref="MailSettings"/> names.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration(MailSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IMailTransport>(provider => TransportOf(provider.GetRequiredService<IOptions<MailSettings>>().Value))
            .AddSingleton<SendMail>()
            .AddSingleton(provider => new OutboxChannel(MailQueue.Channel, (row, cancel) => provider.GetRequiredService<SendMail>().Run(row, cancel)));
    }

    private static IMailTransport TransportOf(MailSettings settings) => settings.Smtp.Host.Length > 0
        ? new SmtpTransport(settings.Smtp)
        : new PickupTransport(Directory.CreateDirectory(settings.PickupDirectory).FullName);
}
