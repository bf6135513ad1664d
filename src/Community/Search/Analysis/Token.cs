namespace Community.Search.Analysis;

/// <summary>A term of a text and where it stands.</summary>
/// <param name="Term">Folded and stemmed: letters, digits and marks, never empty.</param>
/// <param name="Start">Index in the text, in UTF-16 units.</param>
/// <param name="Length">How much of the text it stands for.</param>
/// <param name="Run">Counts the words and runs of the text; bigrams of one run share it.</param>
/// <param name="IsLast">The last character of a run, which begins no bigram: a term so that every character begins one.</param>
public readonly record struct Token(string Term, int Start, int Length, int Run, bool IsLast);
