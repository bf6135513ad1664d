using Community.Shared;

namespace Community.Tests.Shared.Text;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("kXv9-trelm-Qo")]
    [InlineData("correct horse battery staple")]
    [InlineData("湖のそばで朝ごはんを食べた")]
    [InlineData("wovenbasket pilgrim")]
    [InlineData("takibi-to-yozora")]
    public void Long_and_own_is_enough(string password) => Assert.Null(PasswordRules.WhyNot(password, "aki", "aki.t@mail.example"));

    [Theory]
    [InlineData("short", "password-too-short")]
    [InlineData("aaaaabbbbbccccc", "password-too-uniform")]
    [InlineData("password123", "password-common")]
    [InlineData("P@ssw0rd2024!", "password-common")]
    [InlineData("Passw0rd!!1", "password-common")]
    [InlineData("qwertyuiop", "password-common")]
    [InlineData("1q2w3e4r5t", "password-common")]
    [InlineData("0987654321", "password-common")]
    [InlineData("iloveyou2025", "password-common")]
    [InlineData("1l0v3y0u!!", "password-common")]
    [InlineData("ｐａｓｓｗｏｒｄ１２３", "password-common")]
    [InlineData("monkeymonkey", "password-common")]
    [InlineData("Sunshine-Dragon7", "password-common")]
    [InlineData("123monkey456", "password-common")]
    [InlineData("sakura19980401", "password-common")]
    [InlineData("asdfghjkl;", "password-common")]
    [InlineData("abcdefghij", "password-common")]
    [InlineData("zxcvbnm,./123", "password-common")]
    [InlineData("aishiteru1", "password-common")]
    [InlineData("admin12345a", "password-common")]
    [InlineData("yamada_hanako1", "password-is-name")]
    [InlineData("Yamada-Hanako!!", "password-is-name")]
    [InlineData("hanako.y2024", "password-is-name")]
    [InlineData("hanako.y@mail.example", "password-is-name")]
    [InlineData("abcdefgh\0ij", "text-nul")]
    public void What_is_tried_first_is_refused(string password, string code) =>
        Assert.Equal(code, PasswordRules.WhyNot(password, "yamada_hanako", "hanako.y@mail.example")?.Code);

    [Fact]
    public void The_list_is_of_use()
    {
        Assert.True(CommonPasswords.Count >= 1_000);
        Assert.NotNull(PasswordRules.WhyNot(new string('a', 257)));
        Assert.False(CommonPasswords.Contains(new string('ア', 200)));
    }
}
