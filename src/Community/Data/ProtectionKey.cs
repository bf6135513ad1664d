namespace Community.Data;

/// <summary>A key that cookies and links are protected with, where several processes must share them.</summary>
public sealed class ProtectionKey
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
