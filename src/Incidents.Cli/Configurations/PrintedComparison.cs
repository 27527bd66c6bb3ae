using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Incidents.Application.Time;
using Incidents.Configuration.Authoring.Comparing;
using Incidents.Cli.Terminal;
using NodaTime;

namespace Incidents.Cli.Configurations;

/// <summary>Who would be on call and paged differently, as text, as Markdown or as JSON.</summary>
internal static class PrintedComparison
{
    /// <summary>Prints it on standard output.</summary>
    public static void Show(CommandHost host, ConfigurationComparison comparison, string format)
    {
        switch (format)
        {
            case "json":
                using (var text = new MemoryStream())
                {
                    using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                    {
                        ComparisonJson.Write(comparison, json);
                    }

                    host.Say(Encoding.UTF8.GetString(text.ToArray()));
                }

                break;
            case "markdown":
                host.Output.Write(ComparisonMarkdown.Write(comparison));
                break;
            default:
                foreach (var (line, fate) in ComparisonText.Marked(comparison))
                {
                    host.Say(StyledText.Of(line, fate switch { PartFate.Added => Colour.Green, PartFate.Removed => Colour.Red, PartFate.Changed => Colour.Yellow, _ => null }));
                }

                break;
        }
    }

    /// <summary>The minute that runs: a comparison of this moment is not about seconds.</summary>
    public static Instant ThisMinute(TimeProvider clock) => Instant.FromUnixTimeSeconds(clock.Now().ToUnixTimeSeconds() / 60 * 60);
}
