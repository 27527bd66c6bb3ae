using Incidents.Adapters.Aws;
using Incidents.Adapters.Channels;
using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.TextReplies;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions;

/// <summary>The ways to people beside Slack. Whether a person has one is for the configuration to say.</summary>
internal static class LambdaChannels
{
    // Of one attempt, credentials included.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Their secrets are read apart from Slack's: one that may not be read must not keep a card from going out.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, LambdaSettings settings, LambdaEdges edges, IConfigurationSource configuration, TimeProvider clock, Action<string> warn)
    {
        var held = new CachedSecrets(edges.Parameters, settings.ChannelSecrets, clock);
        var secrets = new ChannelSecrets(Find, warn);
        var limits = ChannelLimits.Usual(loopback: false);
        var (mail, phone) = (Client(AwsEndpoint.Of("ses", settings.Region, host: "email")), Client(AwsEndpoint.Of("sms-voice", settings.Region)));
        return services
            .AddSingleton(new Watchdog(secrets, limits))
            .AddSingleton<IPageChannel>(new PushChannel(secrets, configuration, clock, limits))
            .AddSingleton<IPageChannel>(new WebhookChannel(secrets, clock, limits))
            .AddSingleton<IPageChannel>(new SesEmailChannel(mail, configuration, clock))
            .AddSingleton<IPageChannel>(new SmsChannel(phone, configuration, clock))
            .AddSingleton<IPageChannel>(new VoiceChannel(phone, configuration, clock))
            .AddSingleton<AnswerTextReply>()
            .AddSingleton<ITextSender>(new TextSender(phone, configuration, warn))
            .AddSingleton(s => new TextReplyDelivery(s.GetRequiredService<AnswerTextReply>(), settings.TextReplyTopic, clock, warn));

        AwsClient Client(AwsEndpoint endpoint) => edges.Aws(endpoint, Patience, AwsClient.UsualAnswer);

        // The configuration names a secret by its parameter's whole name or by the part after the last slash.
        ValueTask<string?> Find(string secret, CancellationToken cancellation) =>
            settings.ChannelSecrets.FirstOrDefault(name => name == secret || name.EndsWith($"/{secret}", StringComparison.Ordinal)) is { } parameter
                ? held.Find(parameter, cancellation)
                : ValueTask.FromResult<string?>(null);
    }
}
