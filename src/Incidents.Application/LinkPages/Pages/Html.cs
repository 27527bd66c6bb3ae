using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Incidents.Application.Markdown;

namespace Incidents.Application.LinkPages.Pages;

/// <summary>Mark-up of a page. The literal parts are ours; text that goes into a hole is encoded, on one line, with nothing hidden in it.</summary>
internal readonly struct Html
{
    private readonly string? value;

    private Html(string value) => this.value = value;

    public static Html Empty => default;

    public static Html Of(Template template) => new(template.ToString());

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <summary>An address for an attribute: cut nowhere, for half of one leads elsewhere.</summary>
    public static Html Address(Uri address) => new(HtmlEncoder.Default.Encode(address.AbsoluteUri));

    public override string ToString() => value ?? "";

    /// <summary>Takes the parts of an interpolated string and encodes the ones that come from outside.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template
    {
        private const int LongestText = 300;

        private readonly StringBuilder text;

        public Template(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (32 * formattedCount));

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(string? value) => text.Append(HtmlEncoder.Default.Encode(VisibleText.Of(value ?? "", LongestText)));

        public void AppendFormatted(Html value) => text.Append(value.ToString());

        public override string ToString() => text.ToString();
    }
}
