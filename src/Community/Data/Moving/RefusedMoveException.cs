namespace Community.Data.Moving;

/// <summary>What cannot be moved, or not to there; the message is one sentence for the operator.</summary>
public sealed class RefusedMoveException(string sentence, Exception? cause = null) : Exception(sentence, cause);
