using Community.Members;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

public sealed class UsersOfSourcesTests
{
    [Fact]
    public async Task Nobody_takes_over_the_member_that_they_called_themselves_like()
    {
        await using var export = await SmallExport.Start();
        export.Topic(1, user: "victim");
        export.Post(1, 1, user: "victim");
        export.Topic(2, user: "404");
        export.Post(2, 1, user: "404");
        export.Write("users.jsonl", """
            {"id":404,"username":"x1","name":"victim","email":"thief@example.com"}
            {"id":2,"username":"Victim","name":"404","email":"victim@example.com"}
            """);

        await export.Import();

        Assert.Equal(["victim: victim@example.com"], await Claimable(export.Community, "thief@example.com", "victim@example.com"));
    }

    [Fact]
    public async Task Where_posts_give_numbers_a_name_that_looks_like_one_is_a_name()
    {
        await using var file = await SmallFile.Start();
        file.Question(1, user: "se_user_4");
        file.Question(2, user: "se_user_5");
        file.Users.AddRange(["""{"id":"x","name":"se_user_4","email":"thief@example.com"}""", """{"id":"se_user_4","name":"Dan","email":"dan@example.com"}"""]);

        await file.ImportQuestions();

        Assert.Equal(["se_user_4: dan@example.com"], await Claimable(file.Community, "thief@example.com", "dan@example.com"));
    }

    [Fact]
    public async Task Where_posts_give_names_too_nobody_is_found_by_what_looks_like_a_number()
    {
        await using var file = await SmallFile.Start();
        file.Question(1, user: "5");
        file.Question(2, user: "ann");
        file.Users.AddRange(["""{"id":"ann","name":"5","email":"thief@example.com"}""", """{"id":5,"name":"ann","email":"ann@example.com"}"""]);

        await file.ImportQuestions();

        Assert.Equal(["ann: ann@example.com"], await Claimable(file.Community, "thief@example.com", "ann@example.com"));
    }

    [Theory]
    [InlineData("""{"id":7,"name":"ann"}""")]
    [InlineData("""{"id":7,"name":"Ann","email":"nowhere"}""")]
    [InlineData("""{"id":7,"name":"ann","email":"ann@example.com"}""")]
    public async Task A_name_of_several_users_is_nobodys(string other)
    {
        await using var file = await SmallFile.Start();
        file.Question(1, user: "ann");
        file.Users.AddRange(["""{"id":1,"name":"ben"}""", other, """{"id":5,"name":"ann","email":"ann@example.com"}"""]);

        await file.ImportQuestions();

        Assert.Empty(await Claimable(file.Community, "ann@example.com"));
    }

    private static async Task<List<string>> Claimable(TestCommunity community, params string[] emails)
    {
        var former = await community.Read(db => db.FormerEmails.Join(db.Members, f => f.MemberId, m => m.Id, (f, m) => new { m.Handle, f.Hash }).ToListAsync());
        return former.ConvertAll(f => $"{f.Handle}: {emails.Single(e => FormerEmail.HashOf(community.Get<KeyedHash>(), e) == f.Hash)}");
    }
}
