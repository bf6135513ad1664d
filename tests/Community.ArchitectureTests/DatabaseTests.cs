using Community.ArchitectureTests.Reading;
using Community.ArchitectureTests.Rules;

namespace Community.ArchitectureTests;

public sealed class DatabaseTests
{
    [Fact]
    public void The_product_keeps_SQL_and_transactions_in_their_place() => Expect.NoBreach(Product.Modules.SelectMany(Database.Breaches));

    [Theory]
    [InlineData("db.Database.ExecuteSqlRaw(\"delete\");")]
    [InlineData("db.Database.ExecuteSql($\"delete {1}\");")]
    [InlineData("_ = db.Set<string>().FromSqlRaw(\"select\");")]
    [InlineData("_ = db.Database.SqlQueryRaw<int>(\"select\").ToList();")]
    [InlineData("db.Database.BeginTransaction();")]
    [InlineData("using var scope = new System.Transactions.TransactionScope();")]
    [InlineData("_ = db.Database.ProviderName;")]
    [InlineData("_ = db.Database.GetDbConnection().CreateCommand();")]
    public void An_act_that_writes_SQL_or_asks_for_the_engine_is_found(string statement) =>
        Expect.Breach("Community.Forums.Act", Database.Breaches(Act("Forums", statement)));

    [Fact]
    public void An_act_that_does_so_in_its_lambda_is_found() =>
        Expect.Breach("Community.Forums.Act", Database.Breaches(Act("Forums", "Func<Task> later = async () => { await Task.Yield(); db.Database.BeginTransaction(); };")));

    [Theory]
    [InlineData("Data", "db.Database.BeginTransaction();")]
    [InlineData("Sqlite", "db.Database.ExecuteSqlRaw(\"pragma\");")]
    [InlineData("Web.Hosting", "db.Database.Migrate();")]
    [InlineData("Web.Hosting", "try { db.SaveChanges(); } catch (System.Data.Common.DbException) { }")]
    [InlineData("Forums", "db.Set<string>().Where(s => s.Length > 3).ExecuteDelete();")]
    public void What_belongs_there_is_no_breach(string room, string statement) => Expect.NoBreach(Database.Breaches(Act(room, statement)));

    private static Mono.Cecil.ModuleDefinition Act(string room, string statement) => Sample.Compile(
        $$"""
        using Microsoft.EntityFrameworkCore;
        namespace Community.{{room}} { public class Act { public void Run(DbContext db) { {{statement}} } } }
        """);
}
