using Community.Data;
using Community.Postgres;
using Community.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Community.Cli.Hosting;

/// <summary>The settings of the web host: its files, the environment, and keys given as arguments.</summary>
internal sealed class Settings
{
    public const string DataDirectoryArgument = "--" + DataDirectoryKey;
    public const string DataDirectoryVariable = "Community__DataDirectory";

    private const string DataDirectoryKey = "Community:DataDirectory";

    private Settings(IConfigurationRoot values, string contentRoot, DatabaseSettings? database = null)
    {
        Values = values;
        var folder = values[DataDirectoryKey];
        DataDirectory = Path.GetFullPath(string.IsNullOrWhiteSpace(folder) ? "data" : folder, contentRoot);
        Database = database ?? values.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>() ?? new DatabaseSettings();
    }

    public IConfigurationRoot Values { get; }

    public string DataDirectory { get; }

    /// <summary>Not yet looked at: <see cref="Services"/> refuses what is wrong.</summary>
    public DatabaseSettings Database { get; }

    /// <summary>PostgreSQL's, for others to read.</summary>
    public string ConnectionWithoutPassword => PostgresModule.WithoutPassword(Database.ConnectionString);

    /// <summary>Keys of cookies, links and of what is known by hashes alone, as files.</summary>
    public string KeysFolder => Path.Combine(DataDirectory, "keys");

    /// <summary>Where SQLite's file is, whether or not it is the engine.</summary>
    public string DatabaseFile => Path.Combine(DataDirectory, SqliteModule.FileName);

    /// <summary>The same community's on another database.</summary>
    public Settings On(DatabaseSettings database) => new(Values, DataDirectory, database);

    /// <summary>Takes the arguments that are settings (<c>--Section:Key=value</c>) and leaves the others to the verb.</summary>
    public static Settings Read(string[] args, out string[] rest)
    {
        var (given, verb) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            var isSetting = args[i].StartsWith("--", StringComparison.Ordinal) && args[i].Split('=')[0].Contains(':');
            (isSetting ? given : verb).Add(args[i]);
            if (isSetting && !args[i].Contains('=') && i + 1 < args.Length)
                given.Add(args[++i]);
        }

        rest = [.. verb];
        var contentRoot = ContentRoot();
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production";
        var values = new ConfigurationBuilder()
            .SetBasePath(contentRoot)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. given])
            .Build();
        return new Settings(values, contentRoot);
    }

    // Within the source tree the web project's folder, as `src/run` has it; where the product is installed, the folder one stands in.
    private static string ContentRoot()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Community.sln")))
                return Path.Combine(folder.FullName, "src", "Community.Web");
        }

        return Environment.CurrentDirectory;
    }
}
