using System.Web;
using Community.Members;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Members;

/// <summary>An open community with members that came from elsewhere.</summary>
internal sealed class ClaimScene : IAsyncDisposable
{
    public const string Old = "ann@old.example";
    public const string Secret = "another campfire tale";

    private ClaimScene(AccountScene accounts) => Accounts = accounts;

    public AccountScene Accounts { get; }

    public TestCommunity Community => Accounts.Community;

    public static async Task<ClaimScene> Start()
    {
        var scene = new ClaimScene(await AccountScene.Start());
        await scene.Imported("ann", Old);
        return scene;
    }

    public async Task<long> Imported(string handle, string? email = null, MemberState state = MemberState.Imported)
    {
        var id = (await Community.Person(handle, state: state)).MemberId!.Value;
        if (email is not null)
            await Community.Arrange(db => db.FormerEmails.Add(new FormerEmail { MemberId = id, Hash = FormerEmail.HashOf(Community.Get<KeyedHash>(), email) }));
        return id;
    }

    public Task<Result<Done>> Ask(string email, string handle = "ann") =>
        Community.Get<AskToClaim>().Run(new AskToClaim.Input(handle, email, Languages.English, AccountScene.Origin), default);

    public async Task<Result<Done>> Offer(string email, string handle = "ann", Actor? by = null) => await Community.Get<OfferMember>().Run(
        by ?? await Accounts.ActorOf("olga"), new OfferMember.Input((await Accounts.MemberRow(handle)).Id, email, "Told us by phone", Languages.English, AccountScene.Origin));

    public Task<Result<SignedIn>> Take(string token, string password = Secret, bool terms = true, bool age = true) =>
        Community.Get<ClaimMember>().Run(new ClaimMember.Input(token, password, terms, age, Languages.Japanese, AccountScene.Network), default);

    /// <summary>The token of the newest link to take somebody over that was mailed to an address.</summary>
    public async Task<string?> Token(string to = Old)
    {
        var link = (await Accounts.Mails(to)).SelectMany(m => m.Parts).Select(p => p.Link).LastOrDefault(l => l?.Contains("/account/claim/take?", StringComparison.Ordinal) == true);
        return link is null ? null : HttpUtility.ParseQueryString(new Uri(link).Query)["token"];
    }

    public ValueTask DisposeAsync() => Accounts.DisposeAsync();
}
