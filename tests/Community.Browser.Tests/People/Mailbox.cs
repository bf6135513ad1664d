using System.Text.RegularExpressions;

namespace Community.Browser.Tests.People;

/// <summary>The pickup folder, read as whoever gets the mail would.</summary>
internal sealed partial class Mailbox(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The link in the newest mail to this address, as soon as there is one.</summary>
    public async Task<string> LinkFor(string address)
    {
        Directory.CreateDirectory(folder);
        var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(folder, "*.eml");
        watcher.Created += (_, _) => Look();
        watcher.Renamed += (_, _) => Look();
        watcher.EnableRaisingEvents = true;
        Look();
        return await arrived.Task.WaitAsync(Patience);

        void Look()
        {
            if (NewestLinkFor(address) is { } link)
                arrived.TrySetResult(link);
        }
    }

    private string? NewestLinkFor(string address) => Directory.EnumerateFiles(folder, "*.eml")
        .OrderByDescending(file => file, StringComparer.Ordinal)
        .Select(File.ReadAllText)
        .Where(mail => To().Match(mail).Groups["address"].Value == address)
        .Select(mail => Link().Match(mail).Value)
        .FirstOrDefault(link => link.Length > 0);

    [GeneratedRegex(@"^To: .*?(?<address>[^\s<>""]+@[^\s<>""]+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex To();

    [GeneratedRegex("https?://\\S+[?]token=[^\\s\"<]+")]
    private static partial Regex Link();
}
