using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Community.Data;
using Community.Testing;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Rights;

/// <summary>
/// Everything that is routed and writes, tried by somebody who may, with their cookies and without what shows that a page of
/// ours sent it. What takes no cookie for an answer says so itself, and is tried as well.
/// </summary>
public sealed partial class FormsWithoutTokenTests(World world) : IClassFixture<World>
{
    private const string Token = "__RequestVerificationToken";

    // What goes on by itself while the test runs.
    private static readonly string[] Busy = ["outbox", "search_entries", "search_terms", "seen_days", "sqlite_sequence"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_door_opens_without_the_token_of_its_form_or_with_another_or_for_JSON()
    {
        var foreign = await world.FormTokenOf(world.Personas['T']);
        var tries = await Tries();
        var before = await Snapshot();

        var wrong = new List<string>();
        foreach (var one in tries)
        {
            foreach (var (kind, content) in Bodies(one, foreign))
            {
                using var request = new HttpRequestMessage(one.Method, one.Address) { Content = content };
                using var answer = await one.Persona.Browser.SendAsync(request, Cancel);
                if (!one.IsRefused(answer.StatusCode))
                    wrong.Add($"{one.Name} {kind}: {(int)answer.StatusCode}");
            }
        }

        var after = await Snapshot();
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.Equal([], before.Keys.Where(table => before[table] != after[table]));
        Assert.True(tries.Count(one => one.HasForm) > 60);
    }

    private async Task<List<Try>> Tries()
    {
        var knock = new Knock(world);
        var tries = new List<Try>();
        foreach (var endpoint in world.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = NoDoorForgottenTests.PathOf(endpoint);
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(method => method is not ("GET" or "HEAD")) ?? [];
            // What Blazor adds besides pages takes no part in the community.
            if (path.StartsWith("/_", StringComparison.Ordinal))
                continue;
            var hasForm = endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: false };
            foreach (var method in methods)
            {
                var doors = RightsMatrix.Doors.Where(door => door.Method == method && door.Path == path).ToList();
                // A page without a form is sent one all the same.
                if (doors.Count == 0 && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                    doors.Add(new DoorRights(method, Parameter().Replace(path, "1"), null, null, [.. RightsMatrix.Persons.Select(_ => Right.Open)], null));
                Assert.NotEmpty(doors);
                foreach (var door in doors)
                    tries.Add(await TryOf(knock, door, hasForm));
            }
        }

        return tries;
    }

    private async Task<Try> TryOf(Knock knock, DoorRights door, bool hasForm)
    {
        // Who may do it, with the most rights first; nobody is let in by being nobody.
        var sign = RightsMatrix.Persons.Zip(door.Rights).Reverse().Where(one => one.Second == Right.Open).Select(one => one.First).FirstOrDefault('O');
        var persona = world.Personas[sign];
        await world.FormTokenOf(persona);
        using var request = await knock.Request(door, persona);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(Cancel);
        return new Try($"{door.Name} ({door.Case})", request.Method, request.RequestUri!.OriginalString, body, persona, hasForm);
    }

    private static IEnumerable<(string Kind, HttpContent Content)> Bodies(Try one, string foreign)
    {
        if (!one.HasForm)
        {
            yield return ("as it is", new StringContent(one.Body, Encoding.UTF8, "application/json"));
            yield break;
        }

        var fields = string.Join('&', one.Body.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(field => !field.StartsWith(Token, StringComparison.Ordinal)));
        yield return ("without a token", Form(fields));
        yield return ("with another's token", Form($"{Token}={Uri.EscapeDataString(foreign)}&{fields}"));
        yield return ("with no real token", Form($"{Token}=x&{fields}"));
        yield return ("as JSON", JsonContent.Create(fields.Split('&').Select(field => field.Split('=', 2)).Where(field => field.Length == 2).DistinctBy(field => field[0]).ToDictionary(field => field[0], field => field[1])));
    }

    private static StringContent Form(string fields) => new(fields, Encoding.UTF8, "application/x-www-form-urlencoded");

    /// <summary>All rows of all tables, as text.</summary>
    private async Task<Dictionary<string, string>> Snapshot()
    {
        await using var db = await world.Get<IDbContextFactory<CommunityDb>>().CreateDbContextAsync(Cancel);
        await db.Database.OpenConnectionAsync(Cancel);
        var tables = new Dictionary<string, string>();
        foreach (var table in await db.Database.SqlQueryRaw<string>(TestDatabase.Tables).ToListAsync(Cancel))
        {
            if (Busy.Contains(table))
                continue;
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync(Cancel);
            var text = new StringBuilder();
            while (await rows.ReadAsync(Cancel))
            {
                for (var column = 0; column < rows.FieldCount; column++)
                    text.Append(rows.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(rows.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)).Append('|');
                text.AppendLine();
            }

            tables[table] = text.ToString();
        }

        return tables;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    private sealed record Try(string Name, HttpMethod Method, string Address, string Body, Persona Persona, bool HasForm)
    {
        // Without a form there is a token of a program, or nothing to be had.
        public bool IsRefused(HttpStatusCode status) => HasForm
            ? status == HttpStatusCode.BadRequest
            : status is HttpStatusCode.Unauthorized or HttpStatusCode.NoContent;
    }
}
