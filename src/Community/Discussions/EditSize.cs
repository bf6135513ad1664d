namespace Community.Discussions;

/// <summary>How many characters an edit inserts and deletes.</summary>
internal static class EditSize
{
    /// <summary>
    /// The length of the shortest edit script by Myers' greedy algorithm (1986), given up beyond <paramref name="most"/>: a slip is
    /// told from a rewrite in time proportional to the text and not to its square.
    /// </summary>
    /// <returns>The number of characters, or <paramref name="most"/> + 1 where there are more.</returns>
    public static int Of(string before, string after, int most)
    {
        if (Math.Abs(before.Length - after.Length) > most)
            return most + 1;
        var reach = new int[2 * most + 3];
        for (var size = 0; size <= most; size++)
        {
            for (var diagonal = -size; diagonal <= size; diagonal += 2)
            {
                var at = diagonal + most + 1;
                var x = diagonal == -size || (diagonal != size && reach[at - 1] < reach[at + 1]) ? reach[at + 1] : reach[at - 1] + 1;
                while (x < before.Length && x - diagonal < after.Length && before[x] == after[x - diagonal])
                    x++;
                reach[at] = x;
                if (x >= before.Length && x - diagonal >= after.Length)
                    return size;
            }
        }

        return most + 1;
    }
}
