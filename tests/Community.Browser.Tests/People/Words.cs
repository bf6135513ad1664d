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
        StartTopic = "話題を始める",
        Title = "タイトル",
        Text = "本文",
        PostTopic = "話題を投稿する",
        WriteReply = "返信を書く",
        PostReply = "返信を投稿する",
        Heart = "すてき",
        Edit = "編集",
        Edited = "編集済み",
        Save = "保存する",
        Moderate = "モデレートする",
        Hide = "非表示にする",
        Restore = "再び表示する",
        Reason = "理由",
        Apply = "実行する",
        TokenName = "名前",
        CurrentPassword = "現在のパスワード",
        MakeToken = "トークンを作成する",
        MenuOf = name => $"{name}さんのメニュー",
        MoreOf = number => $"{number} 番の投稿のその他の操作",
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
        StartTopic = "Start a topic",
        Title = "Title",
        Text = "Text",
        PostTopic = "Post the topic",
        WriteReply = "Write a reply",
        PostReply = "Post the reply",
        Heart = "Love",
        Edit = "Edit",
        Edited = "edited",
        Save = "Save",
        Moderate = "Moderate",
        Hide = "Hide it",
        Restore = "Show it again",
        Reason = "Reason",
        Apply = "Apply",
        TokenName = "Name",
        CurrentPassword = "Current password",
        MakeToken = "Make the token",
        MenuOf = name => $"Menu of {name}",
        MoreOf = number => $"More for post {number}",
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

    public required string StartTopic { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required string PostTopic { get; init; }

    public required string WriteReply { get; init; }

    public required string PostReply { get; init; }

    public required string Heart { get; init; }

    public required string Edit { get; init; }

    public required string Edited { get; init; }

    public required string Save { get; init; }

    public required string Moderate { get; init; }

    public required string Hide { get; init; }

    public required string Restore { get; init; }

    public required string Reason { get; init; }

    public required string Apply { get; init; }

    public required string TokenName { get; init; }

    public required string CurrentPassword { get; init; }

    public required string MakeToken { get; init; }

    public required Func<string, string> MenuOf { get; init; }

    public required Func<int, string> MoreOf { get; init; }
}
