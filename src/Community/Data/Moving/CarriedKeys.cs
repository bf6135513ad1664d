using System.Xml.Linq;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Data.Moving;

/// <summary>Takes the keys of cookies and links along out of their files, so that the move signs nobody out.</summary>
internal static class CarriedKeys
{
    /// <returns>How many the folder holds.</returns>
    public static async Task<int> Into(Store target, string folder, Ids ids, CancellationToken cancel)
    {
        var keys = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal).ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => XElement.Load(file))
            : [];
        await target.Data.Write<Done>(
            async db =>
            {
                var there = await db.ProtectionKeys.Select(key => key.Name).ToListAsync(cancel);
                db.ProtectionKeys.AddRange(keys.Where(key => !there.Contains(key.Key)).Select(key => new ProtectionKey
                {
                    Id = ids.Next(),
                    Name = key.Key,
                    Xml = key.Value.ToString(SaveOptions.DisableFormatting),
                }));
                return Done.Yes;
            },
            cancel);
        return keys.Count;
    }
}
