using Incidents.Adapters.Aws;
using Incidents.Adapters.Channels;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.TextReplies;
using Incidents.Functions.Deliveries;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions.Start;

/// <summary>The ways to people beside Slack. Whether a person has one is for the configuration to say.</summary>
internal static class LambdaChannels
{
    // Of one attempt, credentials included.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Their secrets are read apart from Slack's: one that may not be read must not keep a card from going out.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, LambdaSettings settings, StackSecrets stack, LambdaEdges edges, IOnCallConfigurationProvider configuration, TimeProvider clock, Action<string> warn)
    {
        var secrets = new ChannelSecrets(stack.Find, warn);
        var limits = ChannelLimits.Usual(loopback: false);
        var (mail, phone) = (Client(AwsService.Mail), Client(AwsService.Phone));
        return services
            .AddSingleton(new Watchdog(secrets, limits))
            .AddSingleton<INotificationChannel>(new PushChannel(secrets, configuration, limits))
            .AddSingleton<INotificationChannel>(new WebhookChannel(secrets, clock, limits))
            .AddSingleton<INotificationChannel>(new SesEmailChannel(mail, configuration))
            .AddSingleton<INotificationChannel>(new SmsChannel(phone, configuration))
            .AddSingleton<INotificationChannel>(new VoiceChannel(phone, configuration))
            .AddSingleton<AnswerTextReply>()
            .AddSingleton<ITextSender>(new TextSender(phone, configuration, warn))
            .AddSingleton(s => new TextReplyDelivery(s.GetRequiredService<AnswerTextReply>(), IsForReplies, clock, warn));

        AwsClient Client(AwsService service) => edges.Aws(edges.Endpoint(service, settings.Region), Patience, AwsClient.UsualAnswer);

        // What comes by the alarm topic waits for nothing.
        async ValueTask<bool> IsForReplies(string topic) =>
            topic != settings.AlarmTopic && await stack.Settings(CancellationToken.None) is { TextReplyTopic.Length: > 0 } known && known.TextReplyTopic == topic;
    }
}
