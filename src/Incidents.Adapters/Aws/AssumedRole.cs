using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Incidents.Application.Time;
using NodaTime;
using NodaTime.Extensions;

namespace Incidents.Adapters.Aws;

/// <summary>The credentials of a role in another account, kept until shortly before they end. A refusal holds for a minute: a page waits for none of this.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html</remarks>
public sealed class AssumedRole(AwsClient sts, string roleArn, TimeProvider clock)
{
    private static readonly Duration Spare = Duration.FromMinutes(2);
    private static readonly Duration BetweenRefusals = Duration.FromMinutes(1);

    private readonly Lock gate = new();
    private Task<(ImmutableCredentials? Credentials, string Code, Instant Until)>? attempt;

    /// <exception cref="AmazonClientException">The role cannot be assumed: it is missing, or does not trust this one.</exception>
    public async Task<ImmutableCredentials> Get()
    {
        Task<(ImmutableCredentials? Credentials, string Code, Instant Until)> running;
        lock (gate)
        {
            running = attempt = attempt is { } last && (!last.IsCompleted || clock.Now() < last.Result.Until) ? last : Assume();
        }

        var (credentials, code, _) = await running;
        return credentials ?? throw new AmazonClientException($"sts:AssumeRole on {roleArn} failed: {code}");
    }

    private async Task<(ImmutableCredentials?, string, Instant)> Assume()
    {
        await Task.Yield();
        try
        {
            var answer = await sts.Send(
                AwsCall.Query(new("Action", "AssumeRole"), new("Version", "2011-06-15"), new("RoleArn", roleArn), new("RoleSessionName", "incidents"), new("DurationSeconds", "900")),
                CancellationToken.None);
            using var stream = new MemoryStream(answer);
            var given = XDocument.Load(stream).Descendants().First(element => element.Name.LocalName == "Credentials");
            var until = DateTimeOffset.Parse(given.Text("Expiration") ?? "", CultureInfo.InvariantCulture).ToInstant() - Spare;
            return (new ImmutableCredentials(given.Text("AccessKeyId"), given.Text("SecretAccessKey"), given.Text("SessionToken")), "", until);
        }
        catch (AwsCallException refused)
        {
            return (null, refused.Code, clock.Now() + BetweenRefusals);
        }
        catch (Exception unread) when (unread is XmlException or FormatException or InvalidOperationException or ArgumentException)
        {
            return (null, "unreadable_answer", clock.Now() + BetweenRefusals);
        }
    }
}
