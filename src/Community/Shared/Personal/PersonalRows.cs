namespace Community.Shared.Personal;

/// <summary>One file of a member's download.</summary>
/// <param name="Table">The <see cref="PersonalTable.Name"/> that it belongs to.</param>
/// <param name="Rows">Read while they are written, so that their number does not matter.</param>
public sealed record PersonalRows(string Table, IAsyncEnumerable<object> Rows);
