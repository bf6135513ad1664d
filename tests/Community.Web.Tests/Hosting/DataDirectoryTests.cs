using System.Runtime.Versioning;
using Community.Web.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Hosting;

public sealed class DataDirectoryTests
{
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void What_it_makes_is_for_its_own_user_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Folders have no modes there.");
        var above = Directory.CreateTempSubdirectory("community-test-");

        var data = new DataDirectory(Options.Create(new CommunityOptions { DataDirectory = "data" }), new HostingEnvironment { ContentRootPath = above.FullName });

        foreach (var folder in (string[])[data.Root, data.Keys, data.MailPickup])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(data.Database));
        above.Delete(recursive: true);
    }
}
