using Incidents.Application.Intake.FailOpen;

namespace Incidents.Scenarios.Tests;

/// <summary>Keeps what it is given, unless it is told to refuse.</summary>
internal sealed class ListeningRetries : IAlarmRetries
{
    public List<string> Kept { get; } = [];

    public bool Refuses { get; set; }

    public Task Put(string body, CancellationToken cancellation)
    {
        if (Refuses)
        {
            throw new NotKeptException("the queue refuses");
        }

        lock (Kept)
        {
            Kept.Add(body);
        }

        return Task.CompletedTask;
    }
}
