using Community.Members;
using Microsoft.Extensions.Localization;

namespace Community.Web.Ui;

public static class Names
{
    /// <summary>What a person is called; who was erased or never known has a word of the house.</summary>
    public static string Of(MemberSummary? person, IStringLocalizer<UiTexts> texts) =>
        person is null || person.IsErased ? texts["FormerMember"] : person.DisplayName;
}
