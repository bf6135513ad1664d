namespace Community.Web.Hosting;

/// <summary>A door at which it is enough to know who somebody was within the last second: nothing is done there that another could not see.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecentMemberAttribute : Attribute;
