using System.Xml.Linq;
using Incidents.Adapters.Aws;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>A stack of CloudFormation as it is now.</summary>
/// <param name="Status">Such as `UPDATE_COMPLETE`.</param>
/// <param name="Resources">Names in the account by names in the template.</param>
public sealed record DeployedResources(string Status, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, string> Outputs, IReadOnlyDictionary<string, string> Resources);

/// <summary>Reads stacks.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html and API_ListStackResources.html there.
/// </remarks>
public sealed class StackReader(AwsAccount account)
{
    private const string Version = "2010-05-15";

    /// <summary>CloudFormation says that there is no such stack by an error that other mistakes share; names are checked before.</summary>
    private const string NoSuchStack = "ValidationError";

    private const int MostPages = 20;

    /// <returns>Null when there is no stack of that name.</returns>
    /// <exception cref="UnreportedException">Whether there is one could not be learnt.</exception>
    public async Task<DeployedResources?> Read(string name, CancellationToken cancellation) => await Describe(name, cancellation) is { } stack
        ? new DeployedResources(stack.Text("StackStatus") ?? "", Pairs(stack.Members("Parameters"), "ParameterKey", "ParameterValue"), Outputs(stack), await Resources(name, cancellation))
        : null;

    /// <summary>What the stack says of itself, by one question alone.</summary>
    /// <returns>Null when there is no stack of that name.</returns>
    /// <exception cref="UnreportedException">Whether there is one could not be learnt.</exception>
    public async Task<IReadOnlyDictionary<string, string>?> Outputs(string name, CancellationToken cancellation) => await Describe(name, cancellation) is { } stack ? Outputs(stack) : null;

    private async Task<XElement?> Describe(string name, CancellationToken cancellation)
    {
        try
        {
            return (await account.Xml(AwsService.CloudFormation, Version, "DescribeStacks", cancellation, new KeyValuePair<string, string>("StackName", name))).Members("Stacks").FirstOrDefault();
        }
        catch (UnreportedException missing) when (missing.Code == NoSuchStack)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Outputs(XElement stack) => Pairs(stack.Members("Outputs"), "OutputKey", "OutputValue");

    private async Task<Dictionary<string, string>> Resources(string name, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>();
        var next = (string?)null;
        for (var page = 0; page < MostPages; page++)
        {
            KeyValuePair<string, string>[] fields = [new("StackName", name), .. next is null ? Array.Empty<KeyValuePair<string, string>>() : [new("NextToken", next)]];
            var answer = await account.Xml(AwsService.CloudFormation, Version, "ListStackResources", cancellation, fields);
            foreach (var (logical, physical) in Pairs(answer.Members("StackResourceSummaries").Where(Exists), "LogicalResourceId", "PhysicalResourceId"))
            {
                found[logical] = physical;
            }

            next = answer.Descendants().FirstOrDefault(below => below.Name.LocalName == "NextToken")?.Value;
            if (string.IsNullOrEmpty(next))
            {
                break;
            }
        }

        return found;
    }

    private static bool Exists(XElement resource) => resource.Text("ResourceStatus") is not ("DELETE_COMPLETE" or "DELETE_SKIPPED");

    private static Dictionary<string, string> Pairs(IEnumerable<XElement> members, string key, string value) =>
        members.Where(member => member.Text(key) is not null).GroupBy(member => member.Text(key)!).ToDictionary(same => same.Key, same => same.First().Text(value) ?? "");
}
