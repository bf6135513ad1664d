using Community.Data;

namespace Community.Jobs;

/// <summary>Who sends the messages of one channel. Registered by the capability that owns the channel.</summary>
/// <param name="Name">What stands in <see cref="OutboxMessage.Channel"/>.</param>
/// <param name="Send">
/// Sends one message, possibly for the second time: the receiver tells by the message's id. Throws
/// <see cref="UndeliverableException"/> where another try cannot help, anything else to be tried again.
/// </param>
public sealed record OutboxChannel(string Name, Func<OutboxMessage, CancellationToken, Task> Send);

/// <summary>The message can never arrive, such as an address that the receiver does not know.</summary>
public sealed class UndeliverableException(string message, Exception? inner = null) : Exception(message, inner);
