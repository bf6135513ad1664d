using Community.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Community.Web.Hosting;

internal static class IdentitySetup
{
    public static void AddCommunityIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<Community.Members.Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedEmail = false; // an unconfirmed member signs in and reads; writing asks for it
                options.Lockout.AllowedForNewUsers = false; // SignInGuard locks per account and network
                options.ClaimsIdentity.SecurityStampClaimType = StampClaim;
            })
            .AddEntityFrameworkStores<CommunityDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();

        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, options => options.ForwardDefaultSelector =
                http => ApiPath.Is(http.Request) ? TokenAuthentication.Scheme : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null)
            .AddIdentityCookies(cookies =>
            cookies.ApplicationCookie!.Configure(options =>
            {
                options.Cookie.Name = CookieName;
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromDays(60);
                options.SlidingExpiration = true;
                options.LoginPath = "/account/login";
                options.LogoutPath = "/account/logout";
                options.AccessDeniedPath = "/not-found";
                options.ReturnUrlParameter = "return";
                options.Events = new CookieAuthenticationEvents
                {
                    OnValidatePrincipal = SignedInMember.Validate,
                    OnRedirectToAccessDenied = LooksAbsent,
                    OnRedirectToReturnUrl = LeftToPage,
                };
            }));
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Member, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Team, policy => policy.RequireAssertion(c => c.User.HasClaim(SignedInMember.IsTeam, "1")))
            .AddPolicy(Policies.Moderator, policy => policy.RequireAssertion(c => c.User.HasClaim(SignedInMember.IsModerator, "1")))
            .AddPolicy(Policies.Admin, policy => policy.RequireAssertion(c => c.User.HasClaim(SignedInMember.IsAdmin, "1")));
        services.AddScoped<CurrentActor>();
    }

    // What is not for this member looks like what does not exist.
    private static Task LooksAbsent(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // Where to go after signing in or out, the page itself says, by ReturnPath; the handler would write the address as it came.
    private static Task LeftToPage(RedirectContext<CookieAuthenticationOptions> context) => Task.CompletedTask;

    private const string CookieOrToken = "CookieOrToken";
    public const string StampClaim = "stamp";
    public const string CookieName = "community";
}
