namespace Community.Web.Hosting;

/// <summary>What a page shows besides the community's name and frame, and so which changes make it old.</summary>
public enum Shows
{
    /// <summary>Nothing that members write.</summary>
    Frame,

    /// <summary>One topic, whose number is the route's <c>Number</c>.</summary>
    Topic,

    /// <summary>One idea, likewise.</summary>
    Idea,

    /// <summary>Lists of topics, ideas or posts.</summary>
    Lists,
}

/// <summary>
/// A page that is the same for every visitor of a language and theme: it is kept and served to all of them. It holds no
/// POST form, and no cookie comes with it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharedPageAttribute(Shows shows) : Attribute
{
    public Shows Shows { get; } = shows;

    /// <summary>For pages with figures that grow old by themselves; 0 for the usual time.</summary>
    public int Seconds { get; init; }

    /// <summary>Whether a page of one topic also names those that are like it.</summary>
    public bool NamesRelated { get; init; }
}
