using System.Text.Encodings.Web;
using System.Text.Json;
using Community.Shared;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Community.Data;

internal sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
    text => JsonSerializer.Serialize(text, Json), json => JsonSerializer.Deserialize<LocalizedText>(json, Json) ?? LocalizedText.Empty)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

internal sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>((a, b) => a == b, text => text.GetHashCode());
