using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Community.Shared.Personal;
using Community.Shared.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Community.Members;

public static class MembersModule
{
    /// <summary>Who people are. Needs a <see cref="KeyedHash"/> and data protection from the composition root.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddOptions<AccountLimits>().BindConfiguration(AccountLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        return services
            .AddSingleton<FindMembers>()
            .AddSingleton<ReadSuspension>()
            .AddSingleton<SuspendMember>()
            .AddSingleton<EndSuspension>()
            .AddSingleton<ChangeRole>()
            .AddSingleton<IUndo, UndoSuspension>()
            .AddSingleton<IUndo, UndoRole>()
            .AddSingleton<IContentNames, MemberNames>()
            .AddSingleton<MemberStanding>()
            .AddSingleton<IHandle<PostWritten>>(provider => provider.GetRequiredService<MemberStanding>())
            .AddSingleton<IHandle<PostStateChanged>>(provider => provider.GetRequiredService<MemberStanding>())
            .AddSingleton<IHandle<ReactionChanged>>(provider => provider.GetRequiredService<MemberStanding>())
            .AddSingleton<IPersonalData, PersonalMembers>()
            .AddSingleton<IPersonalData>(provider => new PersonalSignIns(provider.GetRequiredService<SignInGate>))
            .AddSingleton<ReadMember>()
            .AddSingleton<Passwords>()
            .AddSingleton<AccountTokens>()
            .AddSingleton<ClaimTokens>()
            .AddSingleton<AccountMails>()
            .AddSingleton<NewMembers>()
            .AddSingleton<SignInGate>()
            .AddSingleton<PasswordGate>()
            .AddSingleton<FirstDocuments>()
            .AddSingleton<SetUpCommunity>()
            .AddSingleton<EnsureOwner>()
            .AddSingleton<FindOwner>()
            .AddSingleton<Register>()
            .AddSingleton<ConfirmEmail>()
            .AddSingleton<ResendConfirmation>()
            .AddSingleton<SignIn>()
            .AddSingleton<ForgotPassword>()
            .AddSingleton<ResetPassword>()
            .AddSingleton<AskToClaim>()
            .AddSingleton<ReadClaim>()
            .AddSingleton<ClaimMember>()
            .AddSingleton<OfferMember>()
            .AddSingleton<IUndo, WithdrawOffer>()
            .AddSingleton<ChangePassword>()
            .AddSingleton<ChangeEmail>()
            .AddSingleton<ConfirmNewEmail>()
            .AddSingleton<ReadMyAccount>()
            .AddSingleton<ReadPreferences>()
            .AddSingleton<UpdateProfile>()
            .AddSingleton<UpdatePreferences>()
            .AddSingleton<ChangeDigest>()
            .AddSingleton<CreateToken>()
            .AddSingleton<CreateMyToken>()
            .AddSingleton<ListMyTokens>()
            .AddSingleton<RevokeToken>()
            .AddSingleton<FindTokenHolder>()
            .AddSingleton<SendTestMail>();
    }
}
