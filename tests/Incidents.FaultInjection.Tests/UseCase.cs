using Incidents.Application.Actions;
using Incidents.Application.Alarms;
using Incidents.Application.Heartbeats;
using Incidents.Application.Maintenance;
using Incidents.Application.Reconcile;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.FaultInjection.Tests;

/// <summary>Something a process does.</summary>
/// <param name="Worker">The process.</param>
/// <param name="IsAgain">The first attempt failed, and the caller asks again.</param>
internal delegate Task Act(Worker worker, bool isAgain);

/// <summary>One thing the product does, and the state of the environment it begins in.</summary>
/// <param name="Prepare">Brings the environment there.</param>
internal sealed record UseCase(string Name, Func<Stage, Task<Act>> Prepare)
{
    /// <summary>The caller asks until it is done: a topic does so by itself, and a person is told to.</summary>
    public bool IsAskedUntilDone { get; private init; }

    public override string ToString() => Name;

    public static IReadOnlyList<UseCase> All { get; } =
    [
        Delivers("an alarm opens", s => Task.FromResult(s.Fires("checkout-errors"))),
        Delivers("a composite opens", s => Task.FromResult(s.Fires("checkout-down", null, "checkout-errors", "payments-errors"))),
        Delivers("a series opens", s => Task.FromResult(s.Fires("payments-queue", "eu"))),
        Delivers("an alarm is held", s => Task.FromResult(s.Fires("held-1"))),
        Delivers("an alarm joins", async s =>
        {
            await Opened(s);
            return s.Fires("checkout-latency");
        }),
        Delivers("a child joins its composite", async s =>
        {
            await s.Had(s.Fires("checkout-down", null, "checkout-errors", "payments-errors"));
            s.Skip(0.2);
            return s.Fires("payments-errors");
        }),
        Delivers("a worse alarm joins", async s =>
        {
            await Opened(s);
            var message = s.Fires("checkout-latency");
            return message with { Text = message.Text.Replace("\"AlarmName\"", "\"AlarmDescription\":\"SEV1\",\"AlarmName\"", StringComparison.Ordinal) };
        }),
        Delivers("the last alarm recovers", async s =>
        {
            await Opened(s);
            return s.Recovers("checkout-errors");
        }),
        Delivers("a joined alarm recovers", async s =>
        {
            await Opened(s);
            await s.Had(s.Fires("checkout-latency"));
            await s.Pass(1);
            return s.Recovers("checkout-latency");
        }),
        Delivers("an alarm recovers and ends it at once", async s =>
        {
            await s.Had(s.Fires("quick-1"));
            await s.Pass(1);
            return s.Recovers("quick-1");
        }),
        Delivers("an alarm reopens", async s =>
        {
            await Over(s);
            return s.Fires("checkout-errors");
        }),
        Delivers("a joined alarm reopens", async s =>
        {
            await Opened(s);
            await s.Had(s.Fires("checkout-latency"));
            await s.Pass(1);
            await s.Had(s.Recovers("checkout-latency"));
            await s.Had(s.Recovers("checkout-errors"));
            await s.Pass(6);
            return s.Fires("checkout-latency");
        }),
        Delivers("another series reopens", async s =>
        {
            await s.Had(s.Fires("payments-queue", "eu"));
            await s.Had(s.Fires("payments-queue", "us"));
            await s.Pass(1);
            await s.Had(s.Recovers("payments-queue", "eu"));
            await s.Had(s.Recovers("payments-queue", "us"));
            await s.Pass(6);
            return s.Fires("payments-queue", "us");
        }),
        Does("acknowledge", (w, _) => w.Get<AcknowledgeIncident>().Handle(Stage.First, Stage.Ana, default)),
        Does("resolve while firing", (w, _) => w.Get<ResolveIncident>().Handle(Stage.First, Stage.Ana, ResolveReason.Fixed, confirmed: true, note: null, default)),
        Does("escalate", (w, _) => w.Get<EscalateIncident>().Handle(Stage.First, Stage.Ana, default)),
        Does("snooze", (w, _) => w.Get<SnoozeIncident>().Handle(Stage.First, Stage.Ana, SnoozeUntil.After(Duration.FromMinutes(10)), default)),
        Does("reassign", (w, _) => w.Get<ReassignIncident>().Handle(Stage.First, Stage.Ana, "ben", default)),
        Does("page also", (w, _) => w.Get<PageAlso>().Handle(Stage.First, Stage.Ana, "ben", default)),
        Does("raise severity", (w, _) => w.Get<ChangeSeverity>().Handle(Stage.First, Stage.Ana, Severity.Sev1, null, default)),
        Does("lower severity", (w, _) => w.Get<ChangeSeverity>().Handle(Stage.First, Stage.Ana, Severity.Sev4, null, default)),
        Does("mitigate", (w, _) => w.Get<MitigateIncident>().Handle(Stage.First, Stage.Ana, default)),
        Does("note", (w, _) => w.Get<AddNote>().Handle(Stage.First, Stage.Ana, "looking", default)),
        Does("declare", (w, _) => w.Get<DeclareIncident>().Handle("all is slow", new ServiceId("payments"), null, Stage.Ana, default)),
        new("give back", async s =>
        {
            await Opened(s);
            await s.Get<AcknowledgeIncident>().Handle(Stage.First, Stage.Ana, default);
            return (w, _) => w.Get<GiveBackIncident>().Handle(Stage.First, Stage.Ana, default);
        }),
        new("merge", async s =>
        {
            await Opened(s);
            await s.Had(s.Fires("payments-errors"));
            await s.Had(s.Fires("payments-queue", "eu"));
            await s.Pass(1);
            return (w, _) => w.Get<MergeIncidents>().Handle(Stage.Second, Stage.First, Stage.Ana, default);
        }) { IsAskedUntilDone = true },
        new("reopen", async s =>
        {
            await Opened(s);
            await s.Had(s.Fires("checkout-latency"));
            await s.Pass(1);
            await s.Get<ResolveIncident>().Handle(Stage.First, Stage.Ana, ResolveReason.Fixed, confirmed: true, note: null, default);
            await s.Pass(1);
            return (w, _) => w.Get<ReopenIncident>().Handle(Stage.First, Stage.Ana, "the queue still grows", default);
        }),
        Sweeps("an escalation step", Opened, 5),
        Sweeps("the second ring of a page", s => s.Had(s.Fires("checkout-errors")), 1.1),
        Sweeps("the end of a hold", s => s.Had(s.Fires("held-1")), 2.1),
        Sweeps("the end of a recovery", async s =>
        {
            await Opened(s);
            await s.Had(s.Recovers("checkout-errors"));
        }, 5.1),
        Sweeps("the end of a snooze", async s =>
        {
            await Opened(s);
            await s.Get<SnoozeIncident>().Handle(Stage.First, Stage.Ana, SnoozeUntil.After(Duration.FromMinutes(10)), default);
        }, 10.1),
        Sweeps("still on it?", Acknowledged, 25.1),
        Sweeps("a forgotten acknowledgement", async s =>
        {
            await Acknowledged(s);
            await s.Pass(26);
        }, 5),
        Sweeps("a count of joined alarms", async s =>
        {
            await Opened(s);
            await s.Had(s.Fires("checkout-latency"));
            s.Skip(0.02);
            await s.Had(s.Fires("checkout-disk"));
        }, 0.2),
        Sweeps("a reminder", Acknowledged, 24 * 60),
        Sweeps("several incidents after an outage", async s =>
        {
            await s.Had(s.Fires("checkout-errors"));
            await s.Had(s.Fires("payments-errors"));
            await s.Had(s.Fires("quick-1"));
        }, 15),
        Sweeps("a page nobody sent", async s =>
        {
            var dying = s.Environment.Start("dying", (_, call) => call.StartsWith("INotificationChannel", StringComparison.Ordinal) ? Fault.DieBefore : Fault.None);
            await Assert.ThrowsAsync<ProcessDiedException>(() => dying.Receive(s.Fires("checkout-errors")));
        }, 0.5),
        Sweeps("a close-out nobody finished", async s =>
        {
            await Opened(s);
            await s.Had(s.Recovers("checkout-errors"));
            s.Skip(5.1);
            var dying = s.Environment.Start("dying", (_, call) => call.EndsWith(".Release", StringComparison.Ordinal) ? Fault.DieBefore : Fault.None);
            await Assert.ThrowsAsync<ProcessDiedException>(dying.Sweep);
        }, 0.5),
        new("reconcile", async s =>
        {
            await Opened(s);
            await s.Had(s.Fires("quick-1"));
            await s.Pass(0.5);
            await s.Had(s.Recovers("quick-1"));
            s.Skip(12);
            return (w, _) => w.Get<ReconcileIncidents>().Run(default);
        }),
        new("a missed heartbeat", async s =>
        {
            await s.Get<CheckHeartbeats>().Run(default);
            s.Skip(71);
            return async (w, _) => await w.Get<CheckHeartbeats>().Run(default);
        }),
        new("a heartbeat comes again", async s =>
        {
            await s.Get<CheckHeartbeats>().Run(default);
            s.Skip(71);
            await s.Get<CheckHeartbeats>().Run(default);
            await s.Pass(1);
            return (w, _) => w.Get<RecordHeartbeat>().Handle("export", default);
        }),
        new("maintenance is planned", s => Task.FromResult<Act>((w, _) => w.Get<PlanMaintenance>().Handle(Window(s), Stage.Ana, default))),
        Delivers("an alarm in maintenance", async s =>
        {
            await s.Get<PlanMaintenance>().Handle(Window(s), Stage.Ana, default);
            s.Skip(2);
            return s.Fires("checkout-errors");
        }),
        new("maintenance ends early", async s =>
        {
            var planned = (MaintenanceResult.Planned)await s.Get<PlanMaintenance>().Handle(Window(s), Stage.Ana, default);
            s.Skip(2);
            await s.Had(s.Fires("checkout-errors"));
            s.Skip(2);
            return (w, _) => w.Get<EndMaintenance>().Handle(planned.Window.Id, default);
        }),
        Sweeps("the end of maintenance", async s =>
        {
            await s.Get<PlanMaintenance>().Handle(Window(s), Stage.Ana, default);
            s.Skip(2);
            await s.Had(s.Fires("checkout-errors"));
        }, 20),
    ];

    private static MaintenanceRequest Window(Stage s) => new("upgrade", From: null, s.Environment.Clock.Now + Duration.FromMinutes(20), [new ServiceId("checkout")], [], []);

    private static UseCase Does(string name, Act act) => new(name, async s =>
    {
        await Opened(s);
        return act;
    });

    private static UseCase Sweeps(string name, Func<Stage, Task> before, double minutes) => new($"sweep: {name}", async s =>
    {
        await before(s);
        s.Skip(minutes);
        return (w, _) => w.Sweep();
    });

    private static async Task Opened(Stage s)
    {
        await s.Had(s.Fires("checkout-errors"));
        await s.Pass(1.5);
    }

    private static async Task Acknowledged(Stage s)
    {
        await Opened(s);
        await s.Get<AcknowledgeIncident>().Handle(Stage.First, Stage.Ana, default);
    }

    private static async Task Over(Stage s)
    {
        await Opened(s);
        await s.Had(s.Recovers("checkout-errors"));
        await s.Pass(6);
    }

    private static UseCase Delivers(string name, Func<Stage, Task<AlarmMessage>> message) => new(name, async s =>
    {
        var delivered = await message(s);
        return (worker, isAgain) => isAgain ? worker.Retry(delivered) : worker.Receive(delivered);
    }) { IsAskedUntilDone = true };
}
