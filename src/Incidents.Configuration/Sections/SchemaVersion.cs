using Incidents.Configuration.Yaml;

namespace Incidents.Configuration.Sections;

/// <summary>The form the files are written in. An older program must not guess at a newer form.</summary>
internal static class SchemaVersion
{
    public const int Newest = 1;

    /// <summary>Whether the file's `version`, which may be left out, is one this program reads.</summary>
    public static bool IsRead(YamlObject file)
    {
        if (file.Find("version") is { } value && value.Integer(least: 1) is { } version && version > Newest)
        {
            value.Error($"The file is written in form {version}, and this program reads form {Newest}. Update the program, or write the file in form {Newest}.");
            return false;
        }

        return true;
    }
}
