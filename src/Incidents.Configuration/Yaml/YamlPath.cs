namespace Incidents.Configuration.Yaml;

/// <summary>From the path of a field, such as `layers[0].rotation.length`, to where it stands.</summary>
internal static class YamlPath
{
    /// <summary>The value at the path, or the last one on the way there that exists.</summary>
    public static YamlValue Follow(this YamlValue value, string path)
    {
        var steps = path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var step in steps)
        {
            if (Child(value, step) is not { } child)
            {
                break;
            }

            value = child;
        }

        return value;
    }

    private static YamlValue? Child(YamlValue value, string step) =>
        value.IsObject ? value.Object("")?.FindOrNothing(step)
        : value.IsList && int.TryParse(step, out var index) ? value.Items().ElementAtOrDefault(index)
        : null;
}
