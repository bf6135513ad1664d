using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Shared.Personal;
using Community.Shared.Site;

namespace Community.Privacy;

/// <summary>Everything that is held about a member, for themselves: a ZIP of JSON that is written while it is read.</summary>
public sealed class ExportMyData(CommunityData data, IEnumerable<IPersonalData> parts, SiteCache site, TimeProvider time)
{
    /// <summary>Raised when a file or a field changes its meaning or goes away.</summary>
    public const int Schema = 1;

    // Names and forms as the API has them: whoever reads one reads the other.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new IdsAsText() },
    };

    public static Problem? WhyNot(Actor actor) => actor.IsMember ? null : MemberRules.SignInFirst;

    /// <summary>The ZIP, from its beginning, in a file that goes when it is closed: whoever takes it slowly holds up nobody who writes.</summary>
    public async Task<FileStream> Make(Actor actor, CancellationToken cancel)
    {
        var file = PrivateFiles.Nameless();
        try
        {
            await Run(actor, file, cancel);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <param name="actor">Whose data it is; nobody gets another's.</param>
    /// <param name="into">Takes the ZIP; need not be able to seek.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task Run(Actor actor, Stream into, CancellationToken cancel)
    {
        var me = actor.MemberId ?? throw new ArgumentException("Nobody is signed in.", nameof(actor));
        await using var zip = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel);
        await data.Read(
            async db =>
            {
                var files = new List<string>();
                foreach (var rows in parts.SelectMany(p => p.Export(db, me)))
                {
                    files.Add(rows.Table + ".json");
                    await Add(zip, files[^1], stream => JsonSerializer.SerializeAsync(stream, rows.Rows, Json, cancel), cancel);
                }

                var about = new { Schema, Community = (await site.Get(cancel)).Name, Member = me, actor.Handle, MadeAt = time.GetUtcNow(), Files = files };
                await Add(zip, "export.json", stream => JsonSerializer.SerializeAsync(stream, about, Json, cancel), cancel);
                var readme = ExportTexts.Readme(files.Count + 1);
                await Add(zip, "README.txt", async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(readme), cancel), cancel);
                return true;
            },
            cancel);
    }

    private static async Task Add(ZipArchive zip, string name, Func<Stream, Task> write, CancellationToken cancel)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync(cancel);
        await write(stream);
    }

    /// <summary>Ids have more digits than the numbers of many a reader of JSON.</summary>
    private sealed class IdsAsText : JsonConverter<long>
    {
        public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
