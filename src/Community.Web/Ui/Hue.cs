namespace Community.Web.Ui;

/// <summary>One of the twelve hues of the stylesheet for a person, always the same for the same person.</summary>
public static class Hue
{
    private const int Count = 12;

    public static int Of(long id) => (int)(unchecked((ulong)id * 0x9E3779B97F4A7C15UL) >> 33) % Count;
}
