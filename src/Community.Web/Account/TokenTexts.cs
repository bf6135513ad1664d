namespace Community.Web.Account;

/// <summary>Names the words of the page on which a member keeps tokens for programs.</summary>
public sealed class TokenTexts;
