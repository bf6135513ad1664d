using System.Text.Encodings.Web;
using System.Text.Json;
using Community.Shared;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Community.Data;

/// <summary>A <see cref="LocalizedText"/> as JSON in a column. Public for the model compiled ahead, which names it.</summary>
public sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
    text => JsonSerializer.Serialize(text, Json), json => JsonSerializer.Deserialize<LocalizedText>(json, Json) ?? LocalizedText.Empty)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>Compares by value. Public for the model compiled ahead, which names it.</summary>
public sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>((a, b) => a == b, text => text.GetHashCode());
