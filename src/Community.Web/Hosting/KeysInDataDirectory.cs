using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>Keeps the keys of cookies and links with the rest of the community's data, so that a restart signs nobody out.</summary>
internal sealed class KeysInDataDirectory(DataDirectory directory, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) =>
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(directory.Keys), loggers);
}
