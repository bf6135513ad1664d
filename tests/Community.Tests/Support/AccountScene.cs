using System.Text.Json;
using System.Web;
using Community.Members;
using Community.Notifications.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Support;

/// <summary>An open community with an owner, and short ways to the door.</summary>
public sealed class AccountScene : IAsyncDisposable
{
    public const string Password = "tent and campfire";
    public const string Network = "192.0.2.0/24";
    public const string Origin = "https://community.example";

    private AccountScene(TestCommunity community) => Community = community;

    public TestCommunity Community { get; }

    public FakeTime Time => Community.Time;

    public CountingHasher Hasher => Community.Get<CountingHasher>();

    public static async Task<AccountScene> Start(params IEnumerable<(string Key, string Value)> settings) => await In(await TestCommunity.Start(settings));

    /// <summary>Gives a community that is there already its owner.</summary>
    public static async Task<AccountScene> In(TestCommunity community)
    {
        var scene = new AccountScene(community);
        var founded = await scene.Community.Get<SetUpCommunity>().Run(
            new SetUpCommunity.Input("Yamabiko", Languages.English, "UTC", "olga", "olga@example.com", Password), default);
        Assert.True(founded.Ok);
        return scene;
    }

    public static Register.Input Form(string handle, string? email = null) => new(
        Guid.NewGuid(), handle, email ?? $"{handle}@example.com", Password, "", true, true, false, Languages.English, Origin);

    public Task<Result<Done>> Register(Register.Input form) => Community.Get<Register>().Run(form, default);

    /// <summary>Somebody who registered and confirmed.</summary>
    public async Task<Actor> Member(string handle)
    {
        Assert.True((await Register(Form(handle))).Ok);
        Assert.True((await Community.Get<ConfirmEmail>().Run(await Token($"{handle}@example.com"), default)).Ok);
        return await ActorOf(handle);
    }

    public async Task<Actor> ActorOf(string handle)
    {
        var (member, account) = (await MemberRow(handle), await Account(handle));
        return Actor.Of(member.Id, member.Handle, member.Role, member.Trust) with { IsUnconfirmed = !account.EmailConfirmed };
    }

    public Task<Result<SignedIn>> SignIn(string email, string password = Password, string network = Network) =>
        Community.Get<SignIn>().Run(new SignIn.Input(email, password, network), default);

    public Task<Member> MemberRow(string handle) => Community.Read(db => db.Members.SingleAsync(m => m.Handle == handle));

    public Task<Account> Account(string handle) =>
        Community.Read(db => db.Accounts.SingleAsync(a => db.Members.Any(m => m.Id == a.Id && m.Handle == handle)));

    /// <summary>What waits to be sent to an address, oldest first.</summary>
    public async Task<List<Mail>> Mails(string to)
    {
        var recipient = MailQueue.RecipientOf(to);
        var rows = await Community.Read(db => db.Outbox.Where(m => m.Recipient == recipient).OrderBy(m => m.Id).Select(m => m.Payload).ToListAsync());
        return [.. rows.Select(row => JsonSerializer.Deserialize<Mail>(row)!)];
    }

    /// <summary>The token in the newest link that was mailed to an address.</summary>
    public async Task<string> Token(string to)
    {
        var link = (await Mails(to)).SelectMany(m => m.Parts).Last(p => p.Link is not null).Link!;
        return HttpUtility.ParseQueryString(new Uri(link).Query)["token"]!;
    }

    public ValueTask DisposeAsync() => Community.DisposeAsync();
}
