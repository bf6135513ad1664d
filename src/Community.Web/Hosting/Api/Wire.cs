using Community.Members;
using Community.Shared;

namespace Community.Web.Hosting;

/// <summary>How the core's values stand on the wire. The wire's types are those of the client's project, written once for both ends.</summary>
internal static class Wire
{
    public static Client.LocalizedText Text(LocalizedText text) => new(text.Ja, text.En);

    public static LocalizedText Text(Client.LocalizedText? text) => new(text?.Ja ?? "", text?.En ?? "");

    /// <summary>Null for nobody and for who was erased.</summary>
    public static Client.Person? Person(MemberSummary? person) => person is null or { IsErased: true }
        ? null
        : new Client.Person(person.Id.Id(), person.Handle, person.DisplayName, SameName<Role, Client.Role>.Of(person.Role));

    public static Client.Place? Place(ContentName? name) => name is null ? null : new(Text(name.Text), name.Path);

    public static Client.Page<TWire> Page<T, TWire>(Page<T> page, Func<T, TWire> wire) => new([.. page.Items.Select(wire)], page.Next);

    public static Result<Guid> Key(string? header) => header switch
    {
        null or "" => Guid.NewGuid(),
        _ when Guid.TryParse(header, out var key) => key,
        _ => Problem.Invalid("Idempotency-Key", "key-malformed"),
    };
}
