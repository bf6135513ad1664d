namespace Community.Forums;

/// <summary>The named orders of a list of topics; each has its index.</summary>
public enum TopicSort
{
    Latest,
    Newest,
    Hot,
    Unanswered,
}
