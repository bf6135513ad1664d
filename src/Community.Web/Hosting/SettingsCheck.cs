using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>Looks for every fault in the settings, each with its key, so that an operator mends them in one go.</summary>
internal sealed class SettingsCheck(IConfiguration configuration)
{
    private readonly List<string> faults = [];

    public SettingsCheck Look<TOptions>(string section)
        where TOptions : class, new()
    {
        var before = faults.Count;
        Walk(configuration.GetSection(section), typeof(TOptions), new TOptions());
        // Rules over several values need the whole; it can be bound only once every value is of its type.
        if (faults.Count == before)
            Whole(section, configuration.GetSection(section).Get<TOptions>() ?? new TOptions());
        return this;
    }

    /// <exception cref="OptionsValidationException">There is a fault.</exception>
    public void ThrowIfAny()
    {
        if (faults.Count > 0)
            throw new OptionsValidationException(CommunityOptions.Section, typeof(CommunityOptions), faults);
    }

    private void Walk(IConfigurationSection section, Type type, object defaults)
    {
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            var at = section.GetSection(property.Name);
            if (IsSection(property.PropertyType))
                Walk(at, property.PropertyType, property.GetValue(defaults)!);
            else
                Value(at, property, property.GetValue(defaults));
        }
    }

    private void Value(IConfigurationSection at, PropertyInfo property, object? value)
    {
        if (at.Value is { } text && property.PropertyType != typeof(string))
        {
            try
            {
                value = TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(text);
            }
            catch (Exception notOne) when (notOne is FormatException or ArgumentException or NotSupportedException)
            {
                faults.Add($"{at.Path}: '{text}' is no {(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).Name}.");
                return;
            }
        }
        else if (at.Value is { } given)
        {
            value = given;
        }

        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>().Where(rule => !rule.IsValid(value)))
            faults.Add($"{at.Path}: {rule.FormatErrorMessage(property.Name)}");
    }

    private void Whole(string path, object options)
    {
        if (options is IValidatableObject demanding)
            faults.AddRange(demanding.Validate(new ValidationContext(options)).Select(fault => $"{path}:{fault.MemberNames.FirstOrDefault()}: {fault.ErrorMessage}"));
        foreach (var property in options.GetType().GetProperties().Where(p => IsSection(p.PropertyType)))
            Whole($"{path}:{property.Name}", property.GetValue(options)!);
    }

    private static bool IsSection(Type type) => type.IsNested && type.IsClass;
}
