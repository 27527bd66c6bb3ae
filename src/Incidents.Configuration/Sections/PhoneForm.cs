using System.Text.RegularExpressions;
using Incidents.Configuration.Yaml;
using Incidents.Domain.People;

namespace Incidents.Configuration.Sections;

/// <summary>A number, `ios` or `android` for a phone that only pushes reach, or both: `{ number: "+4930123456", type: ios }`.</summary>
internal static partial class PhoneForm
{
    private const string Example = "Write \"+4930123456\", ios, android, or { number: \"+4930123456\", type: ios }.";
    private const string NumberAdvice = "a number in international form in quotation marks, such as \"+4930123456\"";

    /// <summary>The words of a phone's type.</summary>
    public static readonly IReadOnlyList<string> Types = ["ios", "android"];

    public static (string? Number, PhoneType? Type) Read(YamlValue value)
    {
        if (!value.IsObject)
        {
            return Types.Contains(value.Scalar) ? (null, TypeOf(value.Scalar)) : (value.Matching(Number(), $"{NumberAdvice}; or ios or android, or {{ number: ..., type: ios }}"), null);
        }

        var entry = value.Object(Example)!;
        var number = entry.Require("number", Example)?.Matching(Number(), NumberAdvice);
        var type = entry.Find("type")?.Word(Types);
        entry.RefuseOthers();
        return (number, TypeOf(type));
    }

    private static PhoneType? TypeOf(string? word) => word switch
    {
        "ios" => PhoneType.Ios,
        "android" => PhoneType.Android,
        _ => null,
    };

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Number();
}
