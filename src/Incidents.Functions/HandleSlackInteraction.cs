using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Incidents.Functions.Telemetry;

namespace Incidents.Functions;

/// <summary>The door for Slack's buttons. Nothing is believed before the signature is checked, on the bytes Slack signed.</summary>
public sealed class HandleSlackInteractionFunction(AnswerInteraction answer, InvocationTelemetry? invocations = null)
{
    [LambdaFunction(ResourceName = "HandleSlackInteraction", MemorySize = 1024, Timeout = 10)]
    [HttpApi(LambdaHttpMethod.Post, "/slack/interactions")]
    public async Task<APIGatewayHttpApiV2ProxyResponse> HandleSlackInteraction(APIGatewayHttpApiV2ProxyRequest request)
    {
        using var invocation = invocations?.Begin(nameof(HandleSlackInteraction));
        var asSent = SlackRequest.FromGateway(
            request.RequestContext.Http.Method, request.Headers, request.Body, request.IsBase64Encoded);
        return new APIGatewayHttpApiV2ProxyResponse { StatusCode = await answer.Handle(asSent, CancellationToken.None) };
    }
}
