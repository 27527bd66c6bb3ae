using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Incidents.Configuration.Authoring.Schema;

/// <summary>From forms to a JSON Schema, draft 7.</summary>
internal sealed class SchemaWriter
{
    // A file of its own, never a part of a page: quotation marks and plus signs stand as they are.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter json;
    private readonly OrderedDictionary<string, Form> definitions = [];

    private SchemaWriter(Utf8JsonWriter json) => this.json = json;

    public static byte[] Write(Form file)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            new SchemaWriter(json).WriteAll(file);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private void WriteAll(Form file)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("title", "Incidents: on-call configuration");
        WriteForm(file);
        json.WriteStartObject("definitions");
        // A definition that is written may bring others.
        for (var next = 0; next < definitions.Count; next++)
        {
            var form = definitions.GetAt(next).Value;
            json.WriteStartObject(form.Name);
            WriteForm(form);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteForm(Form form)
    {
        json.WriteString("description", form.Meaning);
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        WriteRequired(form);
        json.WriteStartObject("properties");
        foreach (var key in form.Keys)
        {
            json.WriteStartObject(key.Name);
            json.WriteString("description", Describe(key));
            WriteKind(key.Kind);
            WriteUsual(key);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteRequired(Form form)
    {
        WriteTexts("required", [.. form.Keys.Where(key => key.IsRequired).Select(key => key.Name)]);
        foreach (var (word, keys) in new[] { ("oneOf", form.ExactlyOne), ("anyOf", form.AtLeastOne) }.Where(rule => rule.Item2.Count > 0))
        {
            json.WriteStartArray(word);
            foreach (var key in keys)
            {
                json.WriteStartObject();
                WriteTexts("required", [key]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static string Describe(Key key) => Notes(key.Kind).FirstOrDefault() is { } note ? $"{key.Meaning} {note}" : key.Meaning;

    private static IEnumerable<string> Notes(Kind kind) => kind switch
    {
        Kind.Text { Note: { } note } => [note],
        Kind.AnyOf any => any.Kinds.SelectMany(Notes),
        _ => [],
    };

    private void WriteUsual(Key key)
    {
        if (key.Usual is not { } usual)
        {
            return;
        }

        switch (key.Kind)
        {
            case Kind.Number:
                json.WriteNumber("default", int.Parse(usual, CultureInfo.InvariantCulture));
                break;
            case Kind.YesNo:
                json.WriteBoolean("default", usual == "true");
                break;
            default:
                json.WriteString("default", usual);
                break;
        }
    }

    private void WriteKind(Kind kind)
    {
        switch (kind)
        {
            case Kind.Text text:
                WriteText(text);
                break;
            case Kind.Choice choice:
                WriteTexts("enum", choice.Words);
                break;
            case Kind.Number number:
                json.WriteString("type", "integer");
                WriteBound("minimum", number.Least);
                WriteBound("maximum", number.Most);
                break;
            case Kind.YesNo:
                json.WriteString("type", "boolean");
                break;
            case Kind.Nothing:
                json.WriteString("type", "null");
                break;
            case Kind.List list:
                json.WriteString("type", "array");
                WriteBound("minItems", list.Least == 0 ? null : list.Least);
                WriteNested("items", list.Item);
                break;
            case Kind.Map map:
                WriteTexts("type", map.OrNothing ? ["object", "null"] : ["object"]);
                json.WriteStartObject("propertyNames");
                json.WriteString("pattern", map.Names);
                json.WriteEndObject();
                WriteNested("additionalProperties", map.Value);
                break;
            case Kind.Entry entry:
                Define(entry.Form);
                json.WriteString("$ref", $"#/definitions/{entry.Form.Name}");
                break;
            case Kind.AnyOf any:
                json.WriteStartArray("anyOf");
                foreach (var one in any.Kinds)
                {
                    json.WriteStartObject();
                    WriteKind(one);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
        }
    }

    /// <summary>A text of no special form may be a number in YAML: 42 is a name too.</summary>
    private void WriteText(Kind.Text text)
    {
        if (text.Pattern is null)
        {
            WriteTexts("type", ["string", "number"]);
            return;
        }

        json.WriteString("type", "string");
        json.WriteString("pattern", text.Pattern);
        if (text.Example is { } example)
        {
            WriteTexts("examples", [example]);
        }
    }

    private void WriteNested(string name, Kind kind)
    {
        json.WriteStartObject(name);
        WriteKind(kind);
        json.WriteEndObject();
    }

    private void WriteTexts(string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private void WriteBound(string name, int? bound)
    {
        if (bound is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private void Define(Form form)
    {
        if (definitions.TryAdd(form.Name, form) || definitions[form.Name] == form)
        {
            return;
        }

        throw new InvalidOperationException($"Two forms are named {form.Name}.");
    }
}
