using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Incidents.Application.Slack.Inbound;

namespace Incidents.Functions;

/// <summary>What Slack is told within its 3 seconds.</summary>
public sealed record SlackReply(int Status, string? ContentType = null, string? Body = null);

/// <summary>Verifies the request, does what the button says and answers.</summary>
public delegate Task<SlackReply> AnswerSlack(SlackRequest request);

/// <summary>The door for Slack's buttons and modals.</summary>
public sealed class HandleSlackInteractionFunction(AnswerSlack answer)
{
    [LambdaFunction(ResourceName = "HandleSlackInteraction", MemorySize = 1024, Timeout = 10)]
    [HttpApi(LambdaHttpMethod.Post, "/slack/interactions")]
    public async Task<APIGatewayHttpApiV2ProxyResponse> HandleSlackInteraction(APIGatewayHttpApiV2ProxyRequest request)
    {
        var reply = await answer(SlackRequest.FromGateway(
            request.RequestContext.Http.Method, request.Headers, request.Body, request.IsBase64Encoded));
        return new APIGatewayHttpApiV2ProxyResponse
        {
            StatusCode = reply.Status,
            Headers = reply.ContentType is null ? null : new Dictionary<string, string> { ["content-type"] = reply.ContentType },
            Body = reply.Body,
        };
    }
}
