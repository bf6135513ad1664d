namespace Community.Cli.Hosting;

/// <summary>What was asked for cannot be done; the message is the one sentence that the operator reads.</summary>
internal sealed class Refusal(string sentence) : Exception(sentence);
