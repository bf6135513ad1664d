using System.Text;
using Community.Jobs;
using Community.Members;
using Community.Notifications.Contract;
using Community.Shared;
using Community.Shared.Site;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notifications;

public sealed class MailTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-mail-");

    [Fact]
    public async Task A_mail_becomes_a_file_that_mail_programs_read()
    {
        await using var scene = await Scene();
        await scene.Register(AccountScene.Form("yukari") with { Language = Languages.Japanese });

        await Send(scene);

        var text = await Only();
        var headers = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        Assert.Contains("\r\nTo: yukari@example.com\r\n", "\r\n" + headers + "\r\n", StringComparison.Ordinal);
        Assert.Contains("From: \"Yamabiko\" <community@localhost.localdomain>", headers, StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?B?", headers, StringComparison.Ordinal);
        Assert.Matches(@"Message-ID: <\d+@localhost\.localdomain>", headers);
        Assert.Matches(@"(?m)^Date: \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}\r?$", headers);
        Assert.Equal(1, headers.Split("\r\n").Count(l => l.StartsWith("Date:", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("multipart/alternative", headers, StringComparison.Ordinal);
        Assert.Contains("Yamabiko へようこそ。", text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ja\">", text, StringComparison.Ordinal);
        Assert.Contains($"\r\nhttps://community.example/account/confirm?token={Token(scene, text)}\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_opens_with_the_name_of_the_community_in_its_colours_by_day_and_by_night()
    {
        await using var scene = await Scene();
        var brand = new UpdateBrand.Input("Yama & Biko", new LocalizedText("", ""), "#ffd400", "");
        Assert.True((await scene.Community.Get<UpdateBrand>().Run(await scene.ActorOf("olga"), brand)).Ok);
        await scene.Register(AccountScene.Form("yukari"));

        await Send(scene);

        var text = await Only();
        var html = text[text.IndexOf("<!doctype", StringComparison.Ordinal)..];
        var colours = BrandColours.Of("#ffd400");
        Assert.Matches(@"<body[^>]*>\s*<div[^>]*>\s*<p class=""brand""[^>]*>Yama &amp; Biko</p>", html);
        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\">", html, StringComparison.Ordinal);
        Assert.Contains($"background:{colours.Light};color:{colours.OnLight}", html, StringComparison.Ordinal);
        Assert.Contains($"background: {colours.Dark} !important; color: {colours.OnDark} !important", html, StringComparison.Ordinal);
        Assert.Single(html.Split("class=\"act\""), part => part.Contains("/account/confirm", StringComparison.Ordinal));
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        Assert.DoesNotContain("class=", text[..text.IndexOf("<!doctype", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_twice_gives_one_file()
    {
        await using var scene = await Scene();
        await scene.Register(AccountScene.Form("yukari"));
        var row = await scene.Community.Read(db => db.Outbox.SingleAsync());
        var channel = scene.Community.Get<OutboxChannel>();

        await channel.Send(row, default);
        await channel.Send(row, default);

        Assert.Single(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_name_cannot_begin_a_header_and_markup_is_shown_as_text()
    {
        await using var scene = await Scene();
        await scene.Community.Data.Write<Done>(db =>
        {
            var mail = new Mail("ann@example.com", "en", "Hello\r\nBcc: evil@example.com", [new MailPart("<script>alert(1)</script>\r\n.\r\nQUIT"), new MailPart("Go", "https://x.example/?a=\"><b>")]);
            db.Queue(mail, 5, scene.Time.Now);
            return Task.FromResult<Result<Done>>(Done.Yes);
        });

        await Send(scene);

        var text = await Only();
        Assert.DoesNotContain("\r\nBcc:", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("evil@example.com\r\n", text[..text.IndexOf("Subject:", StringComparison.Ordinal)], StringComparison.Ordinal);
        var html = text[text.IndexOf("<!doctype", StringComparison.Ordinal)..];
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_given_up()
    {
        await using var scene = await Scene();
        await scene.Community.Data.Write<Done>(db =>
        {
            db.Queue(new Mail("a@b.example\r\nBcc: c@d.example", "en", "Hello", []), 5, scene.Time.Now);
            return Task.FromResult<Result<Done>>(Done.Yes);
        });

        await Send(scene);

        Assert.NotNull(await scene.Community.Read(db => db.Outbox.Select(m => m.FailedAt).SingleAsync()));
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task An_admin_gets_a_test_mail_and_nobody_else_does()
    {
        await using var scene = await Scene();
        var (olga, yukari) = (await scene.ActorOf("olga"), await scene.Member("yukari"));

        var asked = await scene.Community.Get<SendTestMail>().Run(olga, default);
        var refused = await scene.Community.Get<SendTestMail>().Run(yukari, default);

        Assert.Equal("olga@example.com", asked.Value);
        Assert.Equal("A test e-mail from Yamabiko", Assert.Single(await scene.Mails("olga@example.com")).Subject);
        Assert.Equal("admins-only", refused.Problem?.Code);
    }

    [Fact]
    public void Every_mail_has_its_words_in_both_languages()
    {
        foreach (var kind in new[] { "Confirm", "Reset", "Already", "NewAddress", "AddressChanging", "PasswordChanged", "Test" })
        {
            foreach (var part in new[] { "Subject", "Body", "Close" })
                Assert.NotEqual(MailTexts.In("ja", kind + part, "山びこ", 2), MailTexts.In("en", kind + part, "山びこ", 2));
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task<AccountScene> Scene() => AccountScene.Start(("Community:Mail:PickupDirectory", folder.FullName));

    private static async Task Send(AccountScene scene)
    {
        while (await scene.Community.Get<SendDueMessages>().Run(default) > 0)
        {
        }
    }

    private async Task<string> Only() => await File.ReadAllTextAsync(Assert.Single(folder.GetFiles("*.eml")).FullName, Encoding.UTF8);

    /// <summary>The token in the link, whole: a mail that broke the line would have cut it.</summary>
    private static string Token(AccountScene scene, string text)
    {
        var from = text.IndexOf("token=", StringComparison.Ordinal) + "token=".Length;
        var token = text[from..text.IndexOf("\r\n", from, StringComparison.Ordinal)];
        Assert.True(scene.Community.Get<AccountTokens>().Read(TokenPurpose.ConfirmEmail, token).Ok);
        return token;
    }
}
