using Incidents.Adapters.Aws;
using Incidents.Adapters.Channels;
using Incidents.Application.Configuration;
using Incidents.Application.Heartbeats;
using Incidents.Application.Intake;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Application.TextReplies;
using Incidents.Application.Time;
using Incidents.Domain.People;
using Incidents.Functions.Deliveries;
using Incidents.Web.Preview;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Cli.Up;

/// <summary>The ways to people on one machine: pushes and webhooks are sent; mails, texts and calls too when a region of AWS is named, else they go to the outbox.</summary>
internal static class LocalChannels
{
    internal const string RegionVariable = "INCIDENTS_AWS_REGION";
    private const string SecretVariable = "INCIDENTS_SECRET_";

    // Of one attempt at AWS, credentials included.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddLocalChannels(this IServiceCollection services, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        var outbox = new Outbox();
        var secrets = new ChannelSecrets(Find, warning => Console.Error.WriteLine($"{warning} A secret named ada-ntfy is read from {VariableOf("ada-ntfy")}."));
        var limits = ChannelLimits.Usual(loopback: true);
        services
            .AddSingleton(outbox)
            .AddSingleton<CallWatchdog>(new Watchdog(secrets, limits).Beat)
            .AddSingleton<INotificationChannel>(new LinkedFromAfar(new PushChannel(secrets, configuration, limits)))
            .AddSingleton<INotificationChannel>(new WebhookChannel(secrets, clock, limits));
        var region = Environment.GetEnvironmentVariable(RegionVariable);
        foreach (var channel in region is { Length: > 0 } ? InAws(region, configuration, clock) : ShownOnly(outbox, clock))
        {
            services.AddSingleton(channel);
        }

        return services.AddTextReplies(region, outbox, configuration, clock).AddCloudWatch(region, clock);
    }

    /// <summary>Replies to texts come by a topic of their own to `POST /sns`.</summary>
    private static IServiceCollection AddTextReplies(this IServiceCollection services, string? region, Outbox outbox, IOnCallConfigurationProvider configuration, TimeProvider clock) => services
        .AddSingleton<AnswerTextReply>()
        .AddSingleton<ITextSender>(region is { Length: > 0 } ? new TextSender(Client(AwsService.Phone, region, clock), configuration, Console.Error.WriteLine) : new OutboxTextSender(outbox, clock))
        .AddSingleton(s => new TextReplyDelivery(s.GetRequiredService<AnswerTextReply>(), LocalTopics.Of(Environment.GetEnvironmentVariable).Replies, clock, Console.Error.WriteLine));

    /// <summary>Only recoveries are asked about: alarms that were missed are the business of a stack, which sees all that its topic brings.</summary>
    private static IServiceCollection AddCloudWatch(this IServiceCollection services, string? region, TimeProvider clock) =>
        LocalCloudWatch.Of(region, LocalTopics.Of(Environment.GetEnvironmentVariable).Alarms, (service, there) => Client(service, there, clock, CloudWatchAlarms.LargestAnswer)) is { } cloudWatch
            ? services.AddSingleton(s => new AskRecovery(s.GetRequiredService<IIncidentStore>(), clock, cloudWatch))
            : services;

    /// <summary>`INCIDENTS_SECRET_ADA_NTFY` for `ada-ntfy`.</summary>
    internal static string VariableOf(string secret) => SecretVariable + string.Concat(secret.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')).Trim('_');

    private static ValueTask<string?> Find(string name, CancellationToken cancellation) => ValueTask.FromResult(Environment.GetEnvironmentVariable(VariableOf(name)));

    private static IEnumerable<INotificationChannel> ShownOnly(Outbox outbox, TimeProvider clock) =>
        new[] { ChannelKind.Email, ChannelKind.Sms, ChannelKind.Voice }.Select(kind => new OutboxChannel(kind, outbox, clock));

    private static IEnumerable<INotificationChannel> InAws(string region, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        var (mail, phone) = (Client(AwsService.Mail, region, clock), Client(AwsService.Phone, region, clock));
        return ((INotificationChannel[])[new SesEmailChannel(mail, configuration), new SmsChannel(phone, configuration), new VoiceChannel(phone, configuration)])
            .Select(channel => new LinkedFromAfar(channel));
    }

    private static AwsClient Client(AwsService service, string region, TimeProvider clock, int largestAnswer = AwsClient.UsualAnswer) =>
        new(service.In(region, Environment.GetEnvironmentVariable), AwsCredentials.OfThisProcess, clock.Machine(), Patience, largestAnswer);
}
