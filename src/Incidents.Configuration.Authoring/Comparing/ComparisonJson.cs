using System.Text.Json;
using Incidents.Domain;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>A comparison for programs: every stretch, times in UTC.</summary>
public static class ComparisonJson
{
    /// <summary>Writes one object; the caller flushes.</summary>
    public static void Write(ConfigurationComparison comparison, Utf8JsonWriter json)
    {
        var words = new ComparisonWords(comparison);
        json.WriteStartObject();
        json.WriteString("before", comparison.Before.Version);
        json.WriteString("after", comparison.After.Version);
        json.WriteString("from", Text(comparison.From));
        json.WriteString("to", Text(comparison.To));
        json.WriteBoolean("differs", !comparison.IsEmpty);
        Array(json, "onCall", comparison.OnCall, change =>
        {
            json.WriteString("schedule", change.Schedule.Value);
            json.WriteString("name", change.Name);
            json.WriteString("timeZone", change.Zone.Id);
            Stretches(change.Stretches, people => People("people", people));
        });
        Array(json, "datedForms", comparison.Edits, edit =>
        {
            json.WriteString("schedule", edit.Schedule.Value);
            json.WriteString("layer", edit.Layer);
            json.WriteString("until", Text(edit.Until));
            json.WriteString("yaml", string.Join('\n', edit.Yaml));
            Texts("keep", [.. edit.Gone.Select(person => person.Value)]);
        });
        Array(json, "paging", comparison.Paging, change =>
        {
            Texts("services", change.Services.Select(service => service.Value));
            json.WriteNumber("step", change.Step);
            json.WriteString("timeZone", change.Zone.Id);
            Stretches(change.Stretches, paged =>
            {
                json.WriteBoolean("exists", paged is not null);
                json.WriteBoolean("oneOf", paged?.OneOf ?? false);
                People("people", paged?.People ?? []);
            });
        });
        Array(json, "parts", comparison.Parts, part =>
        {
            json.WriteString("change", part.Fate.ToString().ToLowerInvariant());
            json.WriteString("kind", part.Kind);
            json.WriteString("id", part.Id);
            json.WriteString("name", part.Name);
            Texts("details", part.Details);
        });
        json.WriteEndObject();

        void Stretches<T>(IReadOnlyList<Difference<T>> stretches, Action<T> answer) => Array(json, "stretches", stretches, stretch =>
        {
            json.WriteString("from", Text(stretch.From));
            json.WriteString("to", Text(stretch.To));
            Object("before", stretch.Before);
            Object("after", stretch.After);

            void Object(string name, T value)
            {
                json.WriteStartObject(name);
                answer(value);
                json.WriteEndObject();
            }
        });

        void People(string name, IEnumerable<PersonId> people) => Array(json, name, people, id =>
        {
            json.WriteString("id", id.Value);
            json.WriteString("name", words.Name(id));
        });

        void Texts(string name, IEnumerable<string> texts)
        {
            json.WriteStartArray(name);
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
