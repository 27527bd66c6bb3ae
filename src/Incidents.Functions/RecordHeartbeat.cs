using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Incidents.Application.Heartbeats.Door;
using Incidents.Functions.Telemetry;

namespace Incidents.Functions;

/// <summary>The door for beats of jobs. It keeps them and does nothing else: what a beat ends, the tick tells.</summary>
public sealed class RecordHeartbeatFunction(AnswerHeartbeat answer, InvocationTelemetry? invocations = null)
{
    [LambdaFunction(ResourceName = "RecordHeartbeat", MemorySize = 512, Timeout = 10)]
    [HttpApi(LambdaHttpMethod.Post, "/api/v1/heartbeats/{name}")]
    public async Task<APIGatewayHttpApiV2ProxyResponse> RecordHeartbeat(string name, APIGatewayHttpApiV2ProxyRequest request)
    {
        using var invocation = invocations?.Begin(nameof(RecordHeartbeat));
        var reply = await answer.Handle(BeatRequest.FromGateway(name, request.Headers, request.Body), CancellationToken.None);
        return new APIGatewayHttpApiV2ProxyResponse { StatusCode = reply.Status, Headers = new Dictionary<string, string>(reply.Headers), Body = reply.Body };
    }
}
