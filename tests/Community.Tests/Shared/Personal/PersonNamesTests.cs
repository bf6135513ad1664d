using Community.Shared.Personal;

namespace Community.Tests.Shared.Personal;

public sealed class PersonNamesTests
{
    private static readonly ErasedPerson Aki = new(1, "aki", [], [], "former-member-1", false, "en");

    [Theory]
    [InlineData("Ask @aki about it.", "Ask @former-member-1 about it.")]
    [InlineData("@AKI, @aki. and (@aki)", "@former-member-1, @former-member-1. and (@former-member-1)")]
    [InlineData("こんにちは@akiさん", "こんにちは@former-member-1さん")]
    [InlineData("[her](/members/aki)", "[her](/members/former-member-1)")]
    [InlineData("@aki- and @aki_ too", "@former-member-1- and @former-member-1_ too")]
    [InlineData("@akira, @aki-san, @aki_2, mail@aki.example, aki", "@akira, @aki-san, @aki_2, mail@aki.example, aki")]
    public void A_name_is_replaced_where_it_leads_to_the_person(string text, string expected) => Assert.Equal(expected, Aki.Without(text));
}
