using Mono.Cecil;

namespace Community.ArchitectureTests.Rules;

internal enum Side
{
    Elsewhere,
    Core,
    Web,
    Provider,
    Tool,
    Assets,
    Client,
}

/// <summary>Where a type stands: on which side, in which folder, and in which folder of that.</summary>
internal readonly record struct Place(Side Side, string Folder, string Inner)
{
    /// <summary>Rooms that everybody stands on.</summary>
    public static readonly IReadOnlySet<string> Ground = new HashSet<string> { "Shared", "Data", "Jobs" };

    /// <summary>What people talk about.</summary>
    public static readonly IReadOnlySet<string> Content = new HashSet<string> { "Forums", "Galleries", "Ideas", "Events" };

    /// <summary>What reacts to it.</summary>
    public static readonly IReadOnlySet<string> Reactions =
        new HashSet<string> { "Reputation", "Notifications", "Moderation", "Live", "Search", "Insights" };

    public static readonly IReadOnlySet<string> Capabilities =
        new HashSet<string>([.. Content, .. Reactions, "Imports", "Members", "Privacy", "Media", "Discussions"]);

    /// <summary>The rooms of the web project that belong to no capability of the same name.</summary>
    public static readonly IReadOnlySet<string> WebRooms = new HashSet<string> { "Hosting", "Shell", "Ui", "Account", "Admin" };

    public bool IsContract => Inner == "Contract";

    public bool IsStorage => Inner == "Storage";

    /// <summary>Programs and their Hosting put the whole together, so they name everything.</summary>
    public bool IsCompositionRoot => this is { Side: Side.Web or Side.Tool, Folder: "Hosting" or "" };

    public static Place Of(TypeReference type)
    {
        var parts = type.Namespace.Split('.');
        return parts switch
        {
            [""] when type.Name == "Program" && type is TypeDefinition program => ProgramOf(program.Module.Assembly.Name.Name),
            ["Community", "Web", .. var inside] => In(Side.Web, inside),
            ["Community", "Sqlite" or "Postgres", .. var inside] => In(Side.Provider, inside),
            ["Community", "Cli", .. var inside] => In(Side.Tool, inside),
            ["Community", "Client", .. var inside] => In(Side.Client, inside),
            ["Community", "Assets", .. var inside] => In(Side.Assets, inside),
            ["Community", .. var inside] => In(Side.Core, inside),
            _ => default,
        };
    }

    private static Place In(Side side, string[] folders) => new(side, folders.ElementAtOrDefault(0) ?? "", folders.ElementAtOrDefault(1) ?? "");

    private static Place ProgramOf(string assembly) => new(assembly == "Community.Cli" ? Side.Tool : Side.Web, "", "");
}
