namespace Community.Browser.Tests.People;

/// <summary>What the pages call things in one language: people find buttons and fields by these words.</summary>
internal sealed record Words
{
    public static readonly Words Japanese = new()
    {
        Language = "ja",
        Locale = "ja-JP",
        SignIn = "ログイン",
        SignOut = "ログアウト",
        Email = "メールアドレス",
        Password = "パスワード",
        UserName = "ユーザー名",
        DisplayName = "表示名",
        Register = "アカウントを作る",
        OfAge = "私は 13 歳以上です",
        Agreement = "ルールと利用規約に同意します",
        ConfirmAddress = "メールアドレスを確認する",
        MenuOf = name => $"{name}さんのメニュー",
    };

    public static readonly Words English = new()
    {
        Language = "en",
        Locale = "en-US",
        SignIn = "Log in",
        SignOut = "Log out",
        Email = "E-mail address",
        Password = "Password",
        UserName = "User name",
        DisplayName = "Display name",
        Register = "Create an account",
        OfAge = "I am at least 13 years old",
        Agreement = "I agree to the rules and the terms of use",
        ConfirmAddress = "Confirm my address",
        MenuOf = name => $"Menu of {name}",
    };

    public required string Language { get; init; }

    public required string Locale { get; init; }

    public required string SignIn { get; init; }

    public required string SignOut { get; init; }

    public required string Email { get; init; }

    public required string Password { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required string Register { get; init; }

    public required string OfAge { get; init; }

    public required string Agreement { get; init; }

    public required string ConfirmAddress { get; init; }

    public required Func<string, string> MenuOf { get; init; }
}
