namespace Community.Web.Hosting;

public static class Policies
{
    public const string Member = "member";
    public const string Team = "team";
    public const string Moderator = "moderator";
    public const string Admin = "admin";
}
