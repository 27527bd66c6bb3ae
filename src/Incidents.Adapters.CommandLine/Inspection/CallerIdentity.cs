using Incidents.Adapters.Aws;
using Incidents.Domain.People;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>Asks STS whose credentials these are. The call needs no permission, and no policy can deny it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html</remarks>
public sealed class CallerIdentity(AwsAccount account)
{
    private const string Version = "2011-06-15";
    private const string Question = "GetCallerIdentity";

    /// <exception cref="UnreportedException">There are no credentials, AWS does not accept them, or nothing answers.</exception>
    public async Task<AwsCaller> Ask(CancellationToken cancellation)
    {
        var answer = await account.Xml(AwsService.Tokens, Version, Question, cancellation);
        return answer.Descendants().FirstOrDefault(below => below.Name.LocalName == "Arn")?.Value is { Length: > 0 } arn
            ? new AwsCaller(arn)
            : throw new UnreportedException(AwsService.Tokens.Action(Question), "no_arn");
    }
}
