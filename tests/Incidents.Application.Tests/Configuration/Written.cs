using System.Text;
using Incidents.Application.Tests.Configuration.Schema;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Application.Tests.Configuration;

/// <summary>Configuration as somebody writes it, for tests.</summary>
internal static class Written
{
    /// <summary>A Monday, 13:00 in Berlin.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 11, 0);

    /// <summary>Two people, everything to ada: lines to build on. Takes lines 1 to 5.</summary>
    public const string Base = """
        people:
          ada: { name: Ada, slack: U0ADA00001 }
          grace: { name: Grace, slack: U0GRACE001 }
        catch_all:
          targets: [person: ada]

        """;

    public static OnCallConfiguration Good(params string[] texts)
    {
        var result = Load(texts);
        return result is ConfigurationResult.Valid valid ? valid.Configuration : throw new InvalidOperationException(result.ToString());
    }

    /// <summary>What comes of reading it. What the reader takes, the published schema has to take as well.</summary>
    public static ConfigurationResult Load(params string[] texts)
    {
        var result = Load([.. texts.Select(text => Encoding.UTF8.GetBytes(text))]);
        if (result is ConfigurationResult.Valid)
        {
            Assert.Empty(texts.SelectMany(PublishedSchema.Problems));
        }

        return result;
    }

    public static ConfigurationResult Load(params byte[][] files) =>
        ConfigurationLoader.Load([.. files.Select((bytes, index) => new ConfigurationFile($"config/{(char)('a' + index)}.yaml", bytes))], "config", Now);

    /// <summary>The problems as a user reads them; empty when there are none.</summary>
    public static string[] Problems(params string[] texts) => Problems(Load(texts));

    public static string[] Problems(ConfigurationResult result) => result switch
    {
        ConfigurationResult.Valid valid => [.. valid.Configuration.Warnings.Select(problem => problem.ToString())],
        ConfigurationResult.Invalid invalid => [.. invalid.Problems.Select(problem => problem.ToString())],
        _ => [],
    };
}
