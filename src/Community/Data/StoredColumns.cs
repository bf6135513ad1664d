using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Community.Data;

/// <summary>One column of an entity's table, and what stands in it for a row, as the database takes it.</summary>
/// <param name="Value">Of an entity: the stored value, or null.</param>
public sealed record StoredColumn(string Name, RelationalTypeMapping Mapping, Func<object, object?> Value);

/// <summary>How the model maps an entity, for providers that write rows without tracking them.</summary>
public static class StoredColumns
{
    public static (string Table, IReadOnlyList<StoredColumn> Columns) Of<T>(IModel model)
    {
        var entity = model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is no entity.", nameof(model));
        return (entity.GetTableName()!, [.. Columns(entity, row => row)]);
    }

    private static IEnumerable<StoredColumn> Columns(ITypeBase type, Func<object, object?> holder)
    {
        foreach (var property in type.GetProperties())
        {
            var read = property.PropertyInfo ?? throw new NotSupportedException($"{property.Name} has no property to read.");
            var mapping = property.GetRelationalTypeMapping();
            yield return new StoredColumn(property.GetColumnName(), mapping, row =>
            {
                var value = read.GetValue(holder(row));
                return mapping.Converter is null || value is null ? value : mapping.Converter.ConvertToProvider(value);
            });
        }

        foreach (var part in type.GetComplexProperties())
        {
            foreach (var column in Columns(part.ComplexType, row => part.PropertyInfo!.GetValue(holder(row))))
                yield return column;
        }
    }
}
