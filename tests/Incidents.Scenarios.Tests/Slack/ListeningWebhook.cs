using System.Text;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests.Slack;

/// <summary>A Slack that takes everything, or answers as told, and keeps the JSON it was sent.</summary>
internal sealed class ListeningWebhook : ISlackWebhook
{
    private readonly List<string> posts = [];
    private readonly List<string> responses = [];
    private readonly List<string> channels = [];

    public IReadOnlyList<string> Posts => Copy(posts);

    /// <summary>The channel of each of <see cref="Posts"/>.</summary>
    public IReadOnlyList<string> Channels => Copy(channels);

    public IReadOnlyList<string> Responses => Copy(responses);

    public Func<DeliveryResult> Answer { get; set; } = () => new DeliveryResult.Delivered();

    public Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        lock (channels)
        {
            channels.Add(channel);
        }

        return Take(posts, json);
    }

    public Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Take(responses, json);

    private static string[] Copy(List<string> heard)
    {
        lock (heard)
        {
            return [.. heard];
        }
    }

    private Task<DeliveryResult> Take(List<string> heard, ReadOnlyMemory<byte> json)
    {
        lock (heard)
        {
            heard.Add(Encoding.UTF8.GetString(json.Span));
        }

        return Task.FromResult(Answer());
    }
}
