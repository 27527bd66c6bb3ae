using System.Text;
using Incidents.Application.Markdown;

namespace Incidents.Application.Postmortems;

/// <summary>The lines of a draft, and the one way text from outside gets into them.</summary>
internal sealed class PostmortemText(IReadOnlyCollection<string> people)
{
    private const int LongestText = 500;
    private readonly PeopleNames names = new(people);
    private readonly StringBuilder draft = new();

    /// <summary>Text from outside, on one line, without names and without meaning to Markdown.</summary>
    public string Safe(string text) => MarkdownText.Escape(names.Hide(text), LongestText);

    public void Heading(string heading)
    {
        Gap();
        Line($"## {heading}");
        Gap();
    }

    public void Line(string text) => draft.Append(text).Append('\n');

    /// <summary>An empty line, unless there is one.</summary>
    public void Gap()
    {
        if (draft.Length > 1 && draft[^2] != '\n')
        {
            draft.Append('\n');
        }
    }

    /// <summary>Adds a question for the author of the postmortem.</summary>
    public void Ask(string question)
    {
        Gap();
        Line($"*{question}*");
    }

    public override string ToString() => draft.ToString();
}
