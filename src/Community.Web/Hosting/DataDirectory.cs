using Community.Data;
using Community.Sqlite;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>The folder that holds everything of this community that must be kept.</summary>
public sealed class DataDirectory(IOptions<CommunityOptions> options, IHostEnvironment environment)
{
    public string Root { get; } = Of(options.Value.DataDirectory, environment.ContentRootPath);

    public string Database => PrivateFiles.Existing(Path.Combine(Root, SqliteModule.FileName));

    public string Keys => Folder("keys");

    public string MailPickup => Folder("mail");

    private string Folder(string name) => Of(name, Root);

    private static string Of(string path, string above) => PrivateFiles.Folder(Path.Combine(above, path));
}
