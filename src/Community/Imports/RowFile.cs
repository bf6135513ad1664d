using System.Text.Json;

namespace Community.Imports;

/// <summary>Reads a file of rows to its end. A row that is not right is told and left out; a file without one that is right is refused.</summary>
/// <param name="tell">Told how many bytes are read.</param>
internal sealed class RowFile(string path, Action<RowProblem> report, Action<long> tell)
{
    // So many wrong ones on top are another kind of file, which nobody has to read to its end.
    private const int EnoughWrong = 100;

    /// <param name="what">What the rows should be.</param>
    /// <param name="take">Given the row, its line and its bytes; throws <see cref="BadRowException"/> where it is not right.</param>
    /// <returns>The length of the file.</returns>
    public long Read(string what, Action<JsonElement, long, ReadOnlyMemory<byte>> take)
    {
        using var lines = new JsonLines(path);
        var (hasGood, bad) = (false, new List<RowProblem>());
        while (lines.Read(out var line))
        {
            try
            {
                using var json = Row.Parse(line);
                take(json.RootElement, lines.Line, line);
                if (!hasGood)
                    bad.ForEach(report);
                hasGood = true;
            }
            catch (BadRowException problem)
            {
                // While nothing was right yet, it may be another kind of file: then it is refused and its rows are not listed.
                var row = new RowProblem(Path.GetFileName(path), lines.Line, problem.Message);
                if (hasGood)
                    report(row);
                else
                    bad.Add(row);
                if (!hasGood && bad.Count == EnoughWrong)
                    throw NoSuchFile(what, bad);
            }

            tell(lines.Position);
        }

        if (!hasGood)
            throw NoSuchFile(what, bad);
        return lines.Length;
    }

    private RefusedImportException NoSuchFile(string what, List<RowProblem> bad) =>
        new($"{Path.GetFileName(path)} holds no {what}{(bad.Count > 0 ? $" (line {bad[0].Line}: {bad[0].Sentence})" : "")}.");
}
