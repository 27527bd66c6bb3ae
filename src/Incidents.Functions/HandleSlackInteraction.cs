using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;

namespace Incidents.Functions;

/// <summary>A request as Slack wrote it: its signature covers these very bytes.</summary>
/// <param name="Headers">By name in lower case; several of one name are joined by commas.</param>
/// <param name="Body">Null when the API handed over base64 that does not decode.</param>
public sealed record SlackRequest(IDictionary<string, string> Headers, byte[]? Body);

/// <summary>What Slack is told within its 3 seconds.</summary>
public sealed record SlackAnswer(int Status, string? ContentType = null, string? Body = null);

/// <summary>Verifies the request, does what the button says and answers.</summary>
public delegate Task<SlackAnswer> AnswerSlack(SlackRequest request);

/// <summary>The door for Slack's buttons and modals.</summary>
public sealed class HandleSlackInteractionFunction(AnswerSlack answer)
{
    [LambdaFunction(ResourceName = "HandleSlackInteraction", MemorySize = 1024, Timeout = 10)]
    [HttpApi(LambdaHttpMethod.Post, "/slack/interactions")]
    public async Task<APIGatewayHttpApiV2ProxyResponse> HandleSlackInteraction(APIGatewayHttpApiV2ProxyRequest request)
    {
        var said = await answer(new SlackRequest(request.Headers ?? new Dictionary<string, string>(), request.ReadBody()));
        return new APIGatewayHttpApiV2ProxyResponse
        {
            StatusCode = said.Status,
            Headers = said.ContentType is null ? null : new Dictionary<string, string> { ["content-type"] = said.ContentType },
            Body = said.Body,
        };
    }
}
