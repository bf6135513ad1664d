using System.Collections.Frozen;

namespace Community.Search.Analysis;

/// <summary>Words that stand in every sentence and say nothing of what it is about, as terms.</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> English = (
        "a about after all also an and any are as at be because been before but by can could did do does each even every for from get had has have he her here him his how i if in into is it its "
        + "just let like make many may me more most much my new no not of off on one only or other our out over please she should so some such than that the their them then there these they this those to "
        + "too up us use very want was we were what when where which while who why will with would you your").Split(' ').Select(EnglishStem.Of).ToFrozenSet();

    public static bool Has(string term) => English.Contains(term);
}
