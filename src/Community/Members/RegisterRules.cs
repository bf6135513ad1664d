using Community.Shared;
using Community.Shared.Site;

namespace Community.Members;

/// <summary>Why somebody cannot register as they ask to, as far as it does not depend on others.</summary>
public static class RegisterRules
{
    /// <summary>Everything at once, at most one problem a field, so that a form is mended in one go.</summary>
    public static IEnumerable<Problem> WhyNot(Register.Input input, SiteSettings site)
    {
        if (!site.IsRegistrationOpen)
            yield return Problem.Forbidden("registration-closed");
        if (HandleRules.WhyNot(input.Handle) is { } handle)
            yield return handle;
        if (EmailRules.WhyNot(input.Email) is { } email)
            yield return email;
        if (PasswordRules.WhyNot(input.Password, input.Handle, input.Email) is { } password)
            yield return password;
        if (input.DisplayName.Length > 0 && TextRules.WhyNotLine(input.DisplayName, MemberRules.DisplayName) is { } name)
            yield return name;
        if (!input.AcceptsTerms)
            yield return Problem.Invalid("accepts-terms", "terms-not-accepted");
        if (!input.IsOfAge && site.MinimumAge > 0)
            yield return Problem.Invalid("is-of-age", "age-not-confirmed", ("age", site.MinimumAge));
    }
}
