namespace Community.Web.Account;

/// <summary>Names the resources of this folder.</summary>
public sealed class AccountTexts;
