using Community.Tests.Support;

namespace Community.Tests.Members;

public sealed class SignInTests
{
    private const string Email = "yukari@example.com";

    [Fact]
    public async Task The_right_password_signs_in()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        var done = await scene.SignIn(" YUKARI@example.com ");

        Assert.Equal(yukari.MemberId, done.Value?.MemberId);
        var account = await scene.Account("yukari");
        Assert.Equal((done.Value?.Stamp, scene.Time.Now), (account.SecurityStamp, account.LastSignInAt));
    }

    [Fact]
    public async Task The_unconfirmed_may_sign_in_to_read()
    {
        await using var scene = await AccountScene.Start();
        await scene.Register(AccountScene.Form("yukari"));

        Assert.True((await scene.SignIn(Email)).Ok);
    }

    [Fact]
    public async Task The_same_letters_from_a_wide_keyboard_are_the_same_password()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");

        Assert.True((await scene.SignIn(Email, "ｔｅｎｔ　ａｎｄ　ｃａｍｐｆｉｒｅ")).Ok);
    }

    [Theory]
    [InlineData(Email, "wrong password")]
    [InlineData("nobody@example.com", "wrong password")]
    [InlineData("no address", "")]
    [InlineData("", "")]
    public async Task One_hash_is_made_whether_or_not_there_is_an_account_and_the_answer_is_the_same(string email, string password)
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var before = scene.Hasher.Count;

        var done = await scene.SignIn(email, password);

        Assert.Equal(1, scene.Hasher.Count - before);
        Assert.Equal("wrong-sign-in", done.Problem?.Code);
    }
}
