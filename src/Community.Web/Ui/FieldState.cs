namespace Community.Web.Ui;

/// <param name="Id">The id and name of the input.</param>
/// <param name="DescribedBy">For <c>aria-describedby</c>; null where there is nothing to point at.</param>
/// <param name="Invalid">For <c>aria-invalid</c>: <c>true</c> or null.</param>
public sealed record FieldState(string Id, string? DescribedBy, string? Invalid);
