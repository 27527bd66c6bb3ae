using System.Text;
using Incidents.Adapters.Aws;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Application.Configuration;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Adapters.Tests.Slack.Parameters;

/// <summary>A Parameter Store of one stack, whose contents a test changes.</summary>
internal sealed class Parameters
{
    public const string Webhook = "/incidents/prod/slack-webhook";
    public const string PaymentsWebhook = "/incidents/prod/slack-webhook-payments";
    public const string SigningSecret = "/incidents/prod/slack-signing-secret";
    public const string Previous = "/incidents/prod/slack-signing-secret-previous";
    public const string Settings = "/incidents/prod/settings";

    public Dictionary<string, string> Stored { get; } = new()
    {
        [Webhook] = "https://hooks.slack.com/services/T9TK3CUKW/B1/aaaa",
        [PaymentsWebhook] = "https://hooks.slack.com/services/T9TK3CUKW/B2/bbbb\n",
        [SigningSecret] = "current",
    };

    /// <summary>Has the stack say where its API is.</summary>
    public void Address(string url) => Stored[Settings] = $$"""{"publicUrl":"{{url}}"}""";

    public Exception? Failure { get; set; }

    public int Reads { get; private set; }

    public SlackParameters Names { get; } = new("prod");

    public CachedSecrets Open(TimeProvider clock) => new(Read, Names.Names, clock);

    public CachedSecrets OpenFurther(TimeProvider clock) => new(Read, () => ValueTask.FromResult<IReadOnlyCollection<string>>([PaymentsWebhook]), clock);

    public static IOnCallConfigurationProvider Configuration(string slack) => new Fixed(slack);

    private Task<IReadOnlyDictionary<string, string>> Read(IEnumerable<string> names, CancellationToken cancellation)
    {
        Reads++;
        return Failure is null
            ? Task.FromResult<IReadOnlyDictionary<string, string>>(names.Where(Stored.ContainsKey).ToDictionary(name => name, name => Stored[name]))
            : Task.FromException<IReadOnlyDictionary<string, string>>(Failure);
    }

    private sealed class Fixed(string slack) : IOnCallConfigurationProvider
    {
        private readonly OnCallConfiguration configuration = Assert.IsType<ConfigurationResult.Valid>(ConfigurationLoader.Load(
            [new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes($$"""
                people: { ana: { name: Ana, slack: U0ANA00001 } }
                catch_all: { targets: [person: ana] }
                {{slack}}
                """))],
            "config",
            Instant.FromUtc(2026, 9, 14, 11, 20))).Configuration;

        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(configuration);
    }
}
