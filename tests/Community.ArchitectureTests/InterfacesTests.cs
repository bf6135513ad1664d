using Community.ArchitectureTests.Reading;
using Community.ArchitectureTests.Rules;

namespace Community.ArchitectureTests;

public sealed class InterfacesTests
{
    private static readonly HashSet<string> None = [];

    [Fact]
    public void No_interface_of_the_product_has_a_single_implementation() =>
        Expect.NoBreach(Interfaces.WithASingleImplementation(Product.Modules, AllowList.Read("single-implementation")));

    [Theory]
    [InlineData("interface IGreet; class Greet : IGreet;")]
    [InlineData("interface IGreet<T>; class Greet : IGreet<int>;")]
    [InlineData("interface IGreet; class Outer { class Greet : IGreet; }")]
    public void A_single_implementation_is_found(string source) =>
        Expect.Breach("Community.Forums.IGreet", Interfaces.WithASingleImplementation([Sample.Compile("namespace Community.Forums { " + source + " }")], None));

    [Fact]
    public void Two_implementations_or_an_agreed_seam_are_no_breach()
    {
        var twice = Sample.Compile("namespace Community.Forums { interface IGreet; class Aloud : IGreet; class Softly : IGreet; }");
        var seam = Sample.Compile("namespace Community.Search { interface IEngine; class Engine : IEngine; }");

        Expect.NoBreach(Interfaces.WithASingleImplementation([twice, seam], new HashSet<string> { "Community.Search.IEngine" }));
    }
}
