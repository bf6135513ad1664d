using Community.Notifications;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>Where no folder is named, mails are kept with the rest of the community's data.</summary>
internal sealed class PickupInDataDirectory(DataDirectory directory, IHostEnvironment environment) : IPostConfigureOptions<MailSettings>
{
    public void PostConfigure(string? name, MailSettings options) => options.PickupDirectory =
        options.PickupDirectory.Length > 0 ? Path.Combine(environment.ContentRootPath, options.PickupDirectory) : directory.MailPickup;
}
