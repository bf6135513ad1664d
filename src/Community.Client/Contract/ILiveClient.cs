namespace Community.Client;

/// <summary>What the hub at <c>/live/hub</c> calls at a program that is connected to it. It takes <c>Watch(discussionId, after)</c> and <c>Unwatch(discussionId)</c>.</summary>
public interface ILiveClient
{
    /// <summary>A watched discussion has changed.</summary>
    /// <param name="discussionId">Which.</param>
    /// <param name="changeNumber">How far. Several changes may be told as one.</param>
    Task Changed(string discussionId, long changeNumber);

    /// <summary>A watched discussion may not be read any more. Nothing follows.</summary>
    /// <param name="discussionId">Which.</param>
    Task Gone(string discussionId);
}
