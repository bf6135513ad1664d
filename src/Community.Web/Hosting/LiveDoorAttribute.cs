namespace Community.Web.Hosting;

/// <summary>A door that open pages knock at by themselves, counted apart from what people open.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LiveDoorAttribute : Attribute;
