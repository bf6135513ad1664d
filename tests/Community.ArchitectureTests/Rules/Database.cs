using Community.ArchitectureTests.Reading;
using Mono.Cecil;

namespace Community.ArchitectureTests.Rules;

/// <summary>Rule 6: which engine it is, SQL as text and transactions are the business of Data and the providers.</summary>
internal static class Database
{
    private static readonly string[] Calls =
    [
        "ExecuteSql", "SqlQuery", "FromSql", "BeginTransaction", "UseTransaction", "CommitTransaction", "RollbackTransaction",
        "GetDbConnection", "OpenConnection", "CreateExecutionStrategy", "IsSqlite", "IsNpgsql", "get_ProviderName", "get_CurrentTransaction",
    ];

    private static readonly string[] Namespaces = ["System.Data", "System.Transactions", "Microsoft.Data.Sqlite", "Npgsql"];

    // Catching it asks no engine for anything.
    private const string FailureOfAnyEngine = "System.Data.Common.DbException";

    public static IEnumerable<string> Breaches(ModuleDefinition module) =>
        from type in module.OwnTypes()
        where Place.Of(type) is not ({ Side: Side.Provider } or { Side: Side.Core, Folder: "Data" })
        from breach in CallsOf(type).Concat(NamesOf(type)).Distinct()
        select breach;

    private static IEnumerable<string> CallsOf(TypeDefinition type) =>
        from call in type.Calls()
        where call.DeclaringType.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            && Calls.Any(name => call.Name.StartsWith(name, StringComparison.Ordinal))
        select $"{type.FullName} calls {call.Name}";

    private static IEnumerable<string> NamesOf(TypeDefinition type) =>
        from named in type.NamedTypes()
        where named.FullName != FailureOfAnyEngine && Namespaces.Any(space => named.Namespace == space || named.Namespace.StartsWith(space + ".", StringComparison.Ordinal))
        select $"{type.FullName} names {named.FullName}";
}
