namespace Community.Shared.Personal;

/// <summary>Somebody who is being erased.</summary>
/// <param name="MemberId">Stays, as the number of a former member.</param>
/// <param name="Handle">What the member was called.</param>
/// <param name="OtherNames">What texts may call the author of a quote besides, such as a name in the system that they came from, or the name that they show.</param>
/// <param name="Addresses">E-mail addresses that they proved to be theirs, in the form by which accounts are found; empty once the account is gone.</param>
/// <param name="NewHandle">What the former member is called from now on; names nobody.</param>
/// <param name="KeepsTexts">Whether what they wrote remains, without their name.</param>
/// <param name="Language">What is put in the place of a title is written in this language.</param>
public sealed record ErasedPerson(
    long MemberId, string Handle, IReadOnlyList<string> OtherNames, IReadOnlyList<string> Addresses, string NewHandle, bool KeepsTexts, string Language);
