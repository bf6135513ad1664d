namespace Community.Imports;

/// <summary>What cannot be imported as it is: an input that is not what it says, or a community that changed meanwhile. Nothing more is written; the message is one sentence for the operator.</summary>
public sealed class RefusedImportException(string sentence, Exception? cause = null) : Exception(sentence, cause);
