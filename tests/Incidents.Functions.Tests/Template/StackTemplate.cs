using YamlDotNet.RepresentationModel;

namespace Incidents.Functions.Tests.Template;

/// <summary>`template.yaml` as a tree. What CloudFormation would compute stays as it is written: `!Ref AlarmTopic` is a text here.</summary>
internal static class StackTemplate
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "template.yaml"));

    public static Part Root { get; } = Load(Text);

    public static IReadOnlyDictionary<string, Part> Resources { get; } = Root["Resources"].Entries;

    public static Part Resource(string name) => Resources[name];

    public static IEnumerable<KeyValuePair<string, Part>> OfType(string type) => Resources.Where(r => r.Value["Type"].Text == type);

    public static IEnumerable<KeyValuePair<string, Part>> Functions { get; } = OfType("AWS::Serverless::Function");

    /// <summary>Another file that is shipped with the template, as a tree.</summary>
    public static Part Beside(string path) => Load(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)));

    private static Part Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return new Part(stream.Documents.Single().RootNode);
    }
}
