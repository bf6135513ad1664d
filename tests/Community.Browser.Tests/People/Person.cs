using Microsoft.Playwright;

namespace Community.Browser.Tests.People;

/// <summary>Somebody at a browser who acts as people do: finds fields and buttons by what they are called.</summary>
internal sealed class Person(Visitor visitor, string address, Words words) : IAsyncDisposable
{
    /// <summary>Fit for everybody in the tests.</summary>
    public const string Password = "seven-lanterns-on-the-pier";

    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public Words Words => words;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Alert => Page.GetByRole(AriaRole.Alert);

    public Task<IResponse?> Opens(string path) => Page.GotoAsync(path.StartsWith("http", StringComparison.Ordinal) ? path : address + path);

    public ILocator Field(string label) => Main.GetByLabel(label, new() { Exact = true });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>A post by its number, with whatever stands in it.</summary>
    public ILocator Post(int number) => Page.Locator($"#post-{number}");

    public Task Types(string label, string text) => Field(label).FillAsync(text);

    public Task Ticks(string label) => Page.GetByLabel(label).CheckAsync();

    public Task Presses(string button) => Button(button).ClickAsync();

    public Task Follows(string link) => Link(link).ClickAsync();

    public async Task Registers(string handle, string email, string displayName = "")
    {
        await Opens("/account/register");
        await FillsRegistration(handle, email, displayName);
        await Main.GetByRole(AriaRole.Button, new() { Name = words.Register, Exact = true }).ClickAsync();
        await Page.WaitForURLAsync("**/account/sent");
    }

    public async Task FillsRegistration(string handle, string email, string displayName = "")
    {
        await Types(words.UserName, handle);
        await Page.GetByLabel(words.DisplayName).FillAsync(displayName);
        await Types(words.Email, email);
        await Types(words.Password, Password);
        await Ticks(words.OfAge);
        await Ticks(words.Agreement);
    }

    /// <summary>The log-in form follows at once and knows the address.</summary>
    public async Task ConfirmsAndSignsIn(Mailbox mails, string email)
    {
        await Opens(await mails.LinkFor(email));
        await Presses(words.ConfirmAddress);
        await Assertions.Expect(Page.GetByLabel(words.Email, new() { Exact = true })).ToHaveValueAsync(email);
        await Types(words.Password, Password);
        await Presses(words.SignIn);
        await Page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));
    }

    public async Task SignsIn(string email)
    {
        if (!Page.Url.Contains("/account/login", StringComparison.Ordinal))
            await Opens("/account/login");
        await Types(words.Email, email);
        await Types(words.Password, Password);
        await Presses(words.SignIn);
        await Page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
    }

    public async Task StartsTopic(string forum, string title, string text)
    {
        await Opens($"/forums/{forum}");
        await Follows(words.StartTopic);
        await Types(words.Title, title);
        await Types(words.Text, text);
        await Presses(words.PostTopic);
        await Assertions.Expect(Heading).ToHaveTextAsync(title);
        await Assertions.Expect(Post(1)).ToContainTextAsync(text);
    }

    public async Task Replies(string text, int number)
    {
        await Follows(words.WriteReply);
        await Types(words.Text, text);
        await Presses(words.PostReply);
        await Assertions.Expect(Post(number)).ToContainTextAsync(text);
        await Assertions.Expect(Post(number)).ToContainTextAsync($"#{number}");
    }

    public async Task Edits(int post, string text)
    {
        await OpensMenuOf(post);
        await Follows(words.Edit);
        await Types(words.Text, text);
        await Presses(words.Save);
        await Assertions.Expect(Post(post)).ToContainTextAsync(text);
    }

    /// <param name="post">The number of the post.</param>
    /// <param name="choice">What is to become of it, in the words of the page.</param>
    /// <param name="reason">For the log.</param>
    public async Task Moderates(int post, string choice, string reason)
    {
        await OpensMenuOf(post);
        await Follows(words.Moderate);
        await Post(post).GetByLabel(choice).CheckAsync();
        await Post(post).GetByLabel(words.Reason).FillAsync(reason);
        await Presses(words.Apply);
        await Assertions.Expect(Button(words.Apply)).ToHaveCountAsync(0);
    }

    public Task OpensMenuOf(int post) => Post(post).GetByLabel(words.MoreOf(post)).ClickAsync();

    /// <summary>Sends a form although its fields say that it cannot go: as from a browser that does not check.</summary>
    public async Task SendsUnchecked(string button)
    {
        await Page.EvaluateAsync("() => { for (const form of document.forms) form.noValidate = true; }");
        await Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await Assertions.Expect(Alert.First).ToBeVisibleAsync();
    }

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}
