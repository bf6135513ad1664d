namespace Community.Discussions;

/// <summary>How many of each reaction a post has, those without a person included. Recomputable from the reactions.</summary>
public sealed class ReactionCounts
{
    public int Heart { get; set; }

    public int Like { get; set; }

    public int Laugh { get; set; }

    public int Wow { get; set; }

    public int Clap { get; set; }

    public int Celebrate { get; set; }

    public int Total => Heart + Like + Laugh + Wow + Clap + Celebrate;

    public int this[ReactionKind kind] => kind switch
    {
        ReactionKind.Heart => Heart,
        ReactionKind.Like => Like,
        ReactionKind.Laugh => Laugh,
        ReactionKind.Wow => Wow,
        ReactionKind.Clap => Clap,
        _ => Celebrate,
    };

    public void Add(ReactionKind kind, int count)
    {
        switch (kind)
        {
            case ReactionKind.Heart: Heart += count; break;
            case ReactionKind.Like: Like += count; break;
            case ReactionKind.Laugh: Laugh += count; break;
            case ReactionKind.Wow: Wow += count; break;
            case ReactionKind.Clap: Clap += count; break;
            default: Celebrate += count; break;
        }
    }
}
