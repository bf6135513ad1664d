using Community.ArchitectureTests.Reading;
using Community.ArchitectureTests.Rules;

namespace Community.ArchitectureTests;

public sealed class LayersTests
{
    private const string Provider = "namespace Community.Sqlite { public class SqliteProvider; }\n";

    [Fact]
    public void The_product_keeps_its_layers() => Expect.NoBreach(Product.Modules.SelectMany(Layers.Breaches));

    [Theory]
    [InlineData("public class Greeting : Microsoft.AspNetCore.Components.ComponentBase;")]
    [InlineData("public class Greeting : Microsoft.AspNetCore.SignalR.Hub;")]
    [InlineData("public class Greeting { public void Greet(Microsoft.AspNetCore.Http.HttpContext http) { } }")]
    [InlineData("public class Greeting { public object Greet() => new Microsoft.AspNetCore.Http.HttpContextAccessor(); }")]
    [InlineData("public class Greeting { public async Task Greet(object o) { await Task.Yield(); Console.WriteLine(o is Microsoft.JSInterop.IJSRuntime); } }")]
    public void The_core_that_knows_a_page_is_found(string source) =>
        Expect.Breach("Community.Forums.Greeting", Layers.Breaches(Sample.Compile("namespace Community.Forums { " + source + " }")));

    [Fact]
    public void The_core_may_hash_passwords_as_Identity_does() =>
        Expect.NoBreach(Layers.Breaches(Sample.Compile(
            "namespace Community.Members { public class Door(Microsoft.AspNetCore.Identity.IPasswordHasher<object> hasher) { public object Hasher => hasher; } }")));

    [Fact]
    public void The_core_that_signs_people_in_is_found() =>
        Expect.Breach("Community.Members.Door", Layers.Breaches(Sample.Compile(
            "namespace Community.Members { public class Door(Microsoft.AspNetCore.Identity.SignInManager<object> door) { public object Way => door; } }")));

    [Fact]
    public void The_core_that_names_a_provider_is_found() =>
        Expect.Breach("Community.Data.Setup", Layers.Breaches(Sample.Compile(
            Provider + "namespace Community.Data { public class Setup { public object P = new Community.Sqlite.SqliteProvider(); } }")));

    [Fact]
    public void A_provider_that_knows_the_web_is_found() =>
        Expect.Breach("Community.Sqlite.SqliteProvider", Layers.Breaches(Sample.Compile(
            "namespace Community.Web.Ui { public class Texts; } namespace Community.Sqlite { public class SqliteProvider { public Community.Web.Ui.Texts? T; } }", "Community.Sqlite")));

    [Theory]
    [InlineData("Community.Web", "Community.Web.Forums")]
    [InlineData("Community.Cli", "Community.Cli.Verbs")]
    public void Whoever_else_names_a_provider_is_found(string assembly, string space) =>
        Expect.Breach(space + ".Setup", Layers.Breaches(Sample.Compile(
            Provider + "namespace " + space + " { public class Setup { public object P = new Community.Sqlite.SqliteProvider(); } }", assembly)));

    [Theory]
    [InlineData("Community.Web", "namespace Community.Web.Hosting { public class Setup { public object P = new Community.Sqlite.SqliteProvider(); } }")]
    [InlineData("Community.Cli", "public class Program { public object P = new Community.Sqlite.SqliteProvider(); }")]
    public void A_composition_root_may_name_a_provider(string assembly, string root) =>
        Expect.NoBreach(Layers.Breaches(Sample.Compile(root + Provider, assembly)));
}
