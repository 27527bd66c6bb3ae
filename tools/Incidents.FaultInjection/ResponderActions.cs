using Incidents.Application.Actions;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>Random acts of responders on recent incidents.</summary>
internal sealed class ResponderActions(Random random, SimulatedEnvironment environment)
{
    private static readonly Actor[] Responders = [new("ana", "Ana", Via.Slack), new("ben", "Ben", Via.Console), new("cy", "Cy", Via.CommandLine)];
    private static readonly SnoozeUntil Snooze = SnoozeUntil.After(Duration.FromMinutes(10));

    public async Task Act(Worker worker)
    {
        var all = (await environment.Stores.Incidents.History(null, Instant.FromUtc(2026, 1, 1, 0, 0), 100, CancellationToken.None)).Incidents;
        if (all.Count == 0)
        {
            return;
        }

        var number = all[random.Next(Math.Min(all.Count, 5))].Number;
        var by = Responders[random.Next(Responders.Length)];
        var what = random.Next(Acts.Length);
        environment.Log($"{by.Name} {Acts[what].Name} {number}");
        await Acts[what].Do(worker, number, by);
    }

    private static readonly (string Name, Func<Worker, IncidentNumber, Actor, Task> Do)[] Acts =
    [
        ("acknowledges", (w, n, by) => w.Get<AcknowledgeIncident>().Handle(n, by, default)),
        ("acknowledges", (w, n, by) => w.Get<AcknowledgeIncident>().Handle(n, by, default)),
        ("resolves", (w, n, by) => w.Get<ResolveIncident>().Handle(n, by, ResolveReason.Fixed, confirmed: true, note: null, default)),
        ("reopens", (w, n, by) => w.Get<ReopenIncident>().Handle(n, by, "it is not over", default)),
        ("snoozes", (w, n, by) => w.Get<SnoozeIncident>().Handle(n, by, Snooze, default)),
        ("escalates", (w, n, by) => w.Get<EscalateIncident>().Handle(n, by, default)),
        ("gives back", (w, n, by) => w.Get<GiveBackIncident>().Handle(n, by, default)),
        ("notes", (w, n, by) => w.Get<AddNote>().Handle(n, by, "looking at it", default)),
    ];
}
