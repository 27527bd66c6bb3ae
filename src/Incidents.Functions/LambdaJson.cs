using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;

namespace Incidents.Functions;

/// <summary>Every type that crosses between Lambda and a function, read and written without reflection.</summary>
[JsonSerializable(typeof(SNSEvent))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSEvent.MessageAttribute), TypeInfoPropertyName = "QueueMessageAttribute")] // SNSEvent has one too
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(LifecycleHook))]
public sealed partial class LambdaJson : JsonSerializerContext;
