using System.Text.RegularExpressions;
using Incidents.Configuration.Yaml;

namespace Incidents.Configuration.Sections;

/// <summary>Names of secrets stand in the configuration, secrets never.</summary>
internal static partial class SecretForm
{
    /// <param name="held">What the secret holds, for the message: `webhook's URL`.</param>
    public static string? SecretName(this YamlValue value, string held) =>
        value.Text() is not { } name ? null
        : Name().IsMatch(name) ? name
        // What is no name may be a pasted secret: it is not repeated in the message.
        : value.Refuse<string>($"{value.Subject} must be the name of the secret that holds the {held}, not the {Last(held)}. Use letters, digits, dots, dashes and slashes.");

    private static string Last(string held) => held.Split("'s ")[^1];

    [GeneratedRegex(@"^[A-Za-z0-9_./-]{1,200}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Name();
}
