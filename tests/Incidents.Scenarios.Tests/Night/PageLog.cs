using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests.Night;

/// <summary>What all channels of a night heard, in order, and what each of them answers.</summary>
internal sealed class PageLog
{
    private readonly Lock gate = new();
    private readonly List<(string Kind, string Text)> lines = [];
    private readonly List<string> mentions = [];
    private readonly Dictionary<string, Func<PageMessage, DeliveryResult>> answers = [];

    /// <summary>One line a message: `5:00 sms Ben`, from the beginning of the night.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. lines.Select(line => line.Text)];
            }
        }
    }

    /// <summary>The pages' lines, and those of messages in the team's channel that mention a person.</summary>
    public IReadOnlyList<string> Everything
    {
        get
        {
            lock (gate)
            {
                return [.. lines.Select(line => line.Text), .. mentions];
            }
        }
    }

    /// <summary>The lines of one channel.</summary>
    public IReadOnlyList<string> Of(string kind)
    {
        lock (gate)
        {
            return [.. lines.Where(line => line.Kind == kind).Select(line => line.Text)];
        }
    }

    /// <summary>Forgets what was heard so far.</summary>
    public void Clear()
    {
        lock (gate)
        {
            lines.Clear();
            mentions.Clear();
        }
    }

    /// <summary>From here on the channel answers so.</summary>
    public void Answers(string kind, Func<PageMessage, DeliveryResult> answer) => answers[kind] = answer;

    /// <summary>The team's channel mentions a person.</summary>
    public void Mention(string line)
    {
        lock (gate)
        {
            mentions.Add(line);
        }
    }

    public DeliveryResult Hear(string kind, string line, PageMessage message)
    {
        lock (gate)
        {
            lines.Add((kind, line));
        }

        return answers.GetValueOrDefault(kind)?.Invoke(message) ?? new DeliveryResult.Delivered();
    }
}
