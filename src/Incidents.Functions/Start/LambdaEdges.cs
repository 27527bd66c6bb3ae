using System.Collections.Concurrent;
using Incidents.Adapters.Aws;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Configurations;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Alarms;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Paging;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions.Start;

/// <summary>What lies outside the process of a function.</summary>
internal sealed record LambdaEdges
{
    /// <summary>Adds every port that keeps something.</summary>
    public required Action<IServiceCollection> Keep { get; init; }

    /// <summary>The configurations that were pushed to the table.</summary>
    public required IConfigurationStore Configurations { get; init; }

    /// <summary>Parameter Store.</summary>
    public required ReadParameters Parameters { get; init; }

    /// <summary>Is told when nothing else can be.</summary>
    public required IFallback Fallback { get; init; }

    /// <summary>Keeps alarms that could not be handled.</summary>
    public required IAlarmRetries Retries { get; init; }

    /// <summary>CloudWatch, to be asked about its alarms.</summary>
    public required IAlarmStates Alarms { get; init; }

    /// <summary>The services that page people.</summary>
    public OpenAws Aws { get; init; } = InThisProcess(TimeProvider.System);

    /// <summary>Where a service of AWS answers.</summary>
    public Func<AwsService, string, AwsEndpoint> Endpoint { get; init; } = (service, region) => service.In(region, _ => null);

    /// <summary>Where lines for CloudWatch go, as they are.</summary>
    public Stream Output { get; init; } = Stream.Null;

    /// <summary>The tracing header of the invocation that runs; null when it has none.</summary>
    public Func<string?> Trace { get; init; } = () => null;

    /// <summary>Address and port of X-Ray's daemon; null where there is none.</summary>
    public string? TraceDaemon { get; init; }

    /// <summary>The directory the code was unpacked to; `config` and `runbooks` are in it.</summary>
    public required string Package { get; init; }

    /// <summary>The account and region the function runs in, with the credentials of its role.</summary>
    /// <param name="variable">Gives the value of an environment variable, also of the one that Lambda sets anew for each invocation.</param>
    public static LambdaEdges InAws(LambdaSettings settings, Func<string, string?> variable, TimeProvider clock)
    {
        var table = DynamoDbClients.ForAws();
        return InAws(
            settings, variable, clock, InThisProcess(clock), (endpoint, credentials, largestAnswer) => new AwsClient(endpoint, credentials, clock, timeout: null, largestAnswer), services => services.AddDynamoStores(table, settings.Table, clock),
            new DynamoConfigurationStore(table, settings.Table, clock));
    }

    /// <summary>The same, by other clients.</summary>
    internal static LambdaEdges InAws(LambdaSettings settings, Func<string, string?> variable, TimeProvider clock, OpenAws aws, OpenAwsAs asRole, Action<IServiceCollection> keep, IConfigurationStore configurations)
    {
        var (partition, own) = settings.AlarmTopic.Split(':') is [_, var of, _, _, var id, ..] ? (of, id) : ("aws", "");
        var roles = new ConcurrentDictionary<string, AssumedRole>();
        return new LambdaEdges
        {
            Keep = keep,
            Configurations = configurations,
            Parameters = new SsmParameters(Client(AwsService.Parameters)).Get,
            Fallback = new SnsFallback(Client(AwsService.Topics), settings.FallbackTopic),
            Retries = new SqsRetries(Client(AwsService.Queues), settings.RetryQueue),
            Alarms = new MemberAlarms(new CloudWatchAlarms(Client(AwsService.CloudWatch, CloudWatchAlarms.LargestAnswer), settings.AlarmTopic), Member),
            Aws = aws,
            Endpoint = Endpoint,
            Trace = () => variable("_X_AMZN_TRACE_ID"),
            TraceDaemon = variable("AWS_XRAY_DAEMON_ADDRESS"),
            Output = Console.OpenStandardOutput(),
            Package = AppContext.BaseDirectory,
        };

        // Another region of this account needs no role; all regions of another account share one.
        CloudWatchAlarms Member(string account, string region)
        {
            var endpoint = Endpoint(AwsService.CloudWatch, region);
            var client = account == own
                ? aws(endpoint, timeout: null, CloudWatchAlarms.LargestAnswer)
                : asRole(endpoint, roles.GetOrAdd(account, other => new AssumedRole(Client(AwsService.Tokens), $"arn:{partition}:iam::{other}:role/{settings.Stack}-read", clock)).Get, CloudWatchAlarms.LargestAnswer);
            return new CloudWatchAlarms(client, $"arn:{partition}:sns:{region}:{account}:{settings.Stack}");
        }

        AwsEndpoint Endpoint(AwsService service, string region) => service.In(region, variable);

        AwsClient Client(AwsService service, int largestAnswer = AwsClient.UsualAnswer) => aws(Endpoint(service, settings.Region), timeout: null, largestAnswer);
    }

    /// <summary>Clients with the credentials of the function's role.</summary>
    internal static OpenAws InThisProcess(TimeProvider clock) =>
        (endpoint, timeout, largestAnswer) => new AwsClient(endpoint, AwsCredentials.OfThisProcess, clock, timeout, largestAnswer);
}

/// <summary>Opens a client by the credentials of a role in another account.</summary>
internal delegate AwsClient OpenAwsAs(AwsEndpoint endpoint, GetAwsCredentials credentials, int largestAnswer);

/// <summary>Opens a client for a service of AWS; what it takes is as for <see cref="AwsClient"/>.</summary>
internal delegate AwsClient OpenAws(AwsEndpoint endpoint, TimeSpan? timeout, int largestAnswer);
