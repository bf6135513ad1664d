namespace Community.Discussions;

/// <summary>The heart and five others. One per member and post.</summary>
public enum ReactionKind
{
    Heart,
    Like,
    Laugh,
    Wow,
    Clap,
    Celebrate,
}
