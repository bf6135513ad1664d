using Community.Web.Tests.Support;

namespace Community.Web.Tests.BadInput;

public sealed class StaffFieldsTests(OpenCommunity community) : EveryFieldTests(community)
{
    public static IEnumerable<TheoryDataRow<string>> Fields => Rows(Field.OfStaff);

    [Theory]
    [MemberData(nameof(Fields))]
    public Task A_field_takes_or_refuses_twenty_strings(string name) => TryTwentyStrings(name);
}
