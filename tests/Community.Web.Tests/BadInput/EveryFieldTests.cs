using System.Globalization;
using System.Net;
using Community.Data;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.BadInput;

/// <summary>Every field of every form, once with each of twenty strings: taken or refused, never broken, never lost. Three classes, which run side by side.</summary>
public abstract class EveryFieldTests(OpenCommunity community) : IClassFixture<OpenCommunity>, IAsyncLifetime
{
    // Handed out to fields that must differ each time.
    private static int last;

    private readonly Dictionary<string, string> places = [];
    private FormVisitor owner = null!;

    public async ValueTask InitializeAsync()
    {
        owner = community.Visitor();
        await OpenCommunity.SignIn(owner, OpenCommunity.OwnerEmail);
        var writer = Numbered("writer-{n}");
        using var member = await community.Member(writer);
        await Start(member);
        places["{member}"] = $"/members/{writer}";
        places["{imported}"] = "/moderation/members/" + await community.Imported(Numbered("former-{n}"));
        places["{judged}"] = await LastPost();
        places["{other}"] = places["{judged}"]["/p/".Length..];
        places["{desk}"] = string.Join('/', (await Start(owner)).Split('/')[..3]);
        await Start(owner);
        var edited = await LastPost();
        await owner.Fill(edited + "/edit", [("title", Numbered("How do you keep maps dry? {n}")), ("body", Numbered("They live in a waterproof bag now {n}.")), ("step", "save")], "edit");
        Assert.Equal(HttpStatusCode.SeeOther, owner.Status);
        places["{former}"] = edited + "/revisions/1";
        places["{other-idea}"] = (await Idea())[2];
        places["{idea-desk}"] = string.Join('/', (await Idea())[..3]) + "/team";
        places["{topic}"] = await Start(owner);
        places["{post}"] = await LastPost();
    }

    public ValueTask DisposeAsync()
    {
        owner.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected static IEnumerable<TheoryDataRow<string>> Rows(IEnumerable<Field> fields) => fields.Select(one => new TheoryDataRow<string>(one.ToString()));

    protected async Task TryTwentyStrings(string name)
    {
        var field = Field.All.Single(field => field.ToString() == name);
        var faults = new List<string>();
        var taken = 0;
        // Wrong passwords close an account for a while; the owner's must stay open.
        using var member = field.AsksForPassword ? await community.Member(Numbered("keeper-{n}")) : null;

        foreach (var (what, text) in Strings.All)
        {
            foreach (var typed in field.Lead is { } lead ? [text, Numbered(lead) + text] : new[] { text })
            {
                using var visitor = field.IsOfVisitors ? community.Visitor() : null;
                var person = visitor ?? member ?? owner;
                await Type(person, field, typed);
                if (person.Status == HttpStatusCode.SeeOther)
                    taken++;
                if (await Fault(person, field, typed) is { } fault)
                    faults.Add($"{what}: {fault}");
            }
        }

        // Junk in a box unticks it, and closed doors would stand in the way of the next field.
        if (field.Path == "/admin/site")
            await owner.Fill(field.Path, field.Others, field.Form);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
        Assert.True(field.Lead is null || taken >= 10, $"Only {taken} were taken.");
    }

    private async Task Type(FormVisitor person, Field field, string typed)
    {
        var path = Placed(field.Path);
        if (field.Form == "unsuspend")
            await person.Fill(Placed("{member}/suspend"), [("hours", "24"), ("reason", "To be ended")], "suspend");
        await person.Open(path);
        var others = field.Others.Where(other => other.Name != field.Name).Select(other => (other.Name, Numbered(other.Value)));
        await person.PostRaw(path, Strings.Encoded([.. person.Hidden(field.Form).Where(hidden => hidden.Name != field.Name), .. others, (field.Name, typed)]));
    }

    private async Task<string?> Fault(FormVisitor person, Field field, string typed)
    {
        var status = (int)person.Status;
        if (person.Answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("crlf", StringComparison.Ordinal)))
            return "a header came in";
        if (person.Status == HttpStatusCode.SeeOther)
            return typed.Contains('\0', StringComparison.Ordinal) ? "U+0000 was taken" : field.ReadAt is null ? null : await Difference(person, field, typed);
        if (status is < 400 or >= 500)
            return $"answered {status}";
        if (!person.Page.Contains("role=\"alert\"", StringComparison.Ordinal))
            return $"refused with {status} and no word";
        if (field.IsSecret)
            return (person.Value(field.Name) ?? "").Length == 0 ? null : "a password was sent back";
        if (field.IsChoice || typed.Contains(Strings.LoneSurrogate, StringComparison.Ordinal))
            return null;
        if (typed.Contains('\0', StringComparison.Ordinal) && !person.Page.Contains($"id=\"{field.Name}-error\"", StringComparison.Ordinal))
            return "no word beside the field";
        return Lines(Shown(person, field)) == Lines(typed.Replace("\0", "", StringComparison.Ordinal)) ? null : $"refused with {status} and lost";
    }

    private async Task<string?> Difference(FormVisitor person, Field field, string typed)
    {
        if (typed.Contains(Strings.LoneSurrogate, StringComparison.Ordinal))
            return null;
        var path = field.ReadAt!.Contains("{mine}", StringComparison.Ordinal) ? field.ReadAt.Replace("{mine}", await LastPost(), StringComparison.Ordinal) : Placed(field.ReadAt);
        await person.Open(path);
        // Blanks at the ends are no part of a name or a text.
        var actual = Lines(Shown(person, field)).Trim();
        return actual == Lines(typed).Trim() ? null : $"came back from {path} as {actual[..Math.Min(80, actual.Length)]}";
    }

    /// <summary>The parts of the address of one more idea.</summary>
    private async Task<string[]> Idea()
    {
        await owner.Fill("/ideas/new?board=ideas", [("title", Numbered("A bag that keeps maps dry {n}")), ("body", Numbered("Mine are wet after each trip {n}.")), ("tags", ""), ("step", "post")], "idea");
        return owner.Leads!.Split('/');
    }

    private async Task<string> Start(FormVisitor by)
    {
        await by.Fill(
            "/forums/general/new",
            [("title", Numbered("How do you keep maps dry? {n}")), ("body", Numbered("Mine were soaked last weekend {n}.")), ("step", "post")],
            "topic");
        return by.Leads!;
    }

    private async Task<string> LastPost()
    {
        var id = await community.Get<CommunityData>().Read(db => db.Posts.OrderByDescending(post => post.Id).Select(post => post.Id).FirstAsync());
        return string.Create(CultureInfo.InvariantCulture, $"/p/{id}");
    }

    private string Placed(string path) => places.Aggregate(path, (placed, place) => placed.Replace(place.Key, place.Value, StringComparison.Ordinal));

    private static string? Shown(FormVisitor person, Field field) => person.Text(field.Name) ?? person.Value(field.Name);

    private static string Lines(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal) ?? "";

    private static string Numbered(string text) =>
        text.Contains("{n}", StringComparison.Ordinal) ? text.Replace("{n}", Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) : text;
}
