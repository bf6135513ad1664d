namespace Community.Imports;

/// <summary>The input as a whole is not what it says it is. Nothing was written; the message is one sentence for the operator.</summary>
public sealed class RefusedImportException(string sentence, Exception? cause = null) : Exception(sentence, cause);
