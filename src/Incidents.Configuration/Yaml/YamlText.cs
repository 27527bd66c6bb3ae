using Incidents.Domain.Configuration;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Incidents.Configuration.Yaml;

/// <summary>From the text of one file to its tree.</summary>
internal static class YamlText
{
    /// <summary>The mapping at the root; null when the file is empty or unreadable, which is then among the problems.</summary>
    /// <param name="example">A key it may begin with, for messages.</param>
    public static YamlObject? Parse(string file, string text, ProblemList problems, string example = "`people:`")
    {
        var parser = new GuardedParser(new Parser(new StringReader(text)));
        var stream = new YamlStream();
        try
        {
            stream.Load(parser);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            var at = (e as YamlException)?.Start ?? parser.Current?.Start ?? Mark.Empty;
            var (line, column, message) = SyntaxAdvice.Explain(e, text, (int)at.Line, (int)at.Column);
            problems.Error(new Place(file, line, column), message);
            return null;
        }

        return Root(file, stream, problems, example);
    }

    private static YamlObject? Root(string file, YamlStream stream, ProblemList problems, string example)
    {
        if (stream.Documents.Count > 1)
        {
            var second = stream.Documents[1].RootNode.Start;
            problems.Error(new Place(file, (int)second.Line, (int)second.Column), "A second document begins here. Put it into a file of its own and remove the ---.");
            return null;
        }

        var root = stream.Documents.Count == 0 ? null : new YamlValue(stream.Documents[0].RootNode, YamlValue.WholeFile, file, problems);
        if (root is null || root.IsNothing || root.IsNull)
        {
            problems.Warn(Place.StartOf(file), $"The file says nothing. Remove it, or begin with {example}.");
            return null;
        }

        return root.Object($"It holds keys such as {example}.");
    }
}
