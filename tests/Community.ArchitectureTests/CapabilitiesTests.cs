using Community.ArchitectureTests.Reading;
using Community.ArchitectureTests.Rules;

namespace Community.ArchitectureTests;

public sealed class CapabilitiesTests
{
    [Fact]
    public void The_product_keeps_its_capabilities_apart() => Expect.NoBreach(Product.Modules.SelectMany(Capabilities.Breaches));

    [Fact]
    public void Every_type_has_its_room() => Expect.NoBreach(Product.Modules.SelectMany(Capabilities.Homeless));

    [Fact]
    public void Every_project_is_under_the_rules() =>
        Assert.Superset(new HashSet<string> { "Community", "Community.Web", "Community.Cli", "Community.Sqlite", "Community.Assets" }, Product.Modules.Select(module => module.Assembly.Name.Name).ToHashSet());

    [Theory]
    [InlineData("Ideas", "Forums")]
    [InlineData("Ideas", "Forums.Storage")]
    [InlineData("Ideas", "Members.Storage")]
    [InlineData("Members", "Discussions")]
    [InlineData("Moderation", "Discussions")]
    [InlineData("Shared", "Forums")]
    [InlineData("Jobs", "Forums")]
    [InlineData("Imports", "Forums")]
    public void A_capability_that_imports_another_is_found(string importer, string imported) =>
        Expect.Breach($"Community.{importer}.Importer names Community.{imported}.Thing", Capabilities.Breaches(Importing(importer, imported)));

    [Theory]
    [InlineData("Forums", "Reputation")]
    [InlineData("Galleries", "Notifications.Contract")]
    [InlineData("Ideas", "Moderation.Contract")]
    [InlineData("Events", "Live.Contract")]
    [InlineData("Forums", "Search.Contract")]
    [InlineData("Forums", "Insights.Contract")]
    [InlineData("Reputation", "Insights.Contract")]
    public void What_imports_its_reaction_is_found(string importer, string imported) =>
        Expect.Breach($"Community.{importer}.Importer names Community.{imported}.Thing", Capabilities.Breaches(Importing(importer, imported)));

    [Theory]
    [InlineData("Ideas", "Shared")]
    [InlineData("Ideas", "Data")]
    [InlineData("Ideas", "Jobs")]
    [InlineData("Ideas", "Forums.Contract")]
    [InlineData("Ideas", "Ideas.Storage")]
    [InlineData("Ideas", "Members")]
    [InlineData("Moderation", "Media")]
    [InlineData("Events", "Discussions")]
    [InlineData("Insights", "Forums")]
    [InlineData("Data", "Forums")]
    public void What_may_be_imported_is_no_breach(string importer, string imported) =>
        Expect.NoBreach(Capabilities.Breaches(Importing(importer, imported)));

    [Theory]
    [InlineData("public Community.Forums.Topic? Field;")]
    [InlineData("public System.Collections.Generic.List<Community.Forums.Topic[]> Generic() => [];")]
    [InlineData("public bool Cast(object o) => o is Community.Forums.Topic;")]
    [InlineData("public object Call() => Community.Forums.Topics.All;")]
    [InlineData("public Func<object> Lambda() => () => new Community.Forums.Topic();")]
    [InlineData("public async Task<object> Later() { await Task.Yield(); return new Community.Forums.Topic(); }")]
    [InlineData("public Type Name() => typeof(Community.Forums.Topic);")]
    [InlineData("public class Inner<T> where T : Community.Forums.Topic;")]
    [InlineData("public void Catch() { try { Console.WriteLine(); } catch (Community.Forums.TopicLost) { } }")]
    [InlineData("[System.ComponentModel.TypeConverter(typeof(Community.Forums.Topic))] public int Annotated { get; set; }")]
    public void An_import_is_found_wherever_it_hides(string member) =>
        Expect.Breach("Community.Ideas.Importer", Capabilities.Breaches(Sample.Compile(
            """
            namespace Community.Forums
            {
                public class Topic;
                public class TopicLost : Exception;
                public static class Topics { public static Topic All => new(); }
            }
            """ + "namespace Community.Ideas { public class Importer { " + member + " } }")));

    [Theory]
    [InlineData("Community", "Community.Common")]
    [InlineData("Community", "Community")]
    [InlineData("Community.Web", "Community.Web.Helpers")]
    public void A_type_without_a_room_is_found(string assembly, string space) =>
        Expect.Breach(space + ".Thing", Capabilities.Homeless(Sample.Compile("namespace " + space + " { public class Thing; }", assembly)));

    private static Mono.Cecil.ModuleDefinition Importing(string importer, string imported) => Sample.Compile(
        $$"""
        namespace Community.{{imported}} { public class Thing; }
        namespace Community.{{importer}} { public class Importer { public object Use() => new Community.{{imported}}.Thing(); } }
        """);
}
