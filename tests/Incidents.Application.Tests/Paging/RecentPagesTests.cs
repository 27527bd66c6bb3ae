using System.Reflection;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Application.Tests.Paging;

public sealed class RecentPagesTests
{
    [Fact]
    public async Task V02_PagesOfAnOpeningThatWasNotCommitted_MakeNoOtherWait_AlsoWhenTheNoteWasWrittenMeanwhile()
    {
        var clock = TimeProvider.System;
        var recent = new RecentPages(DispatchProxy.Create<IIncidentStore, Accepting>(), clock);
        var incident = new Incident
        {
            Number = new IncidentNumber(7),
            Title = "x",
            Service = new ServiceId("checkout"),
            Severity = Severity.Sev2,
            Urgency = Urgency.High,
            Source = IncidentSource.Alarm,
            TriggeredAt = clock.Now(),
            Pages = [new Page { Id = 1, Person = new PersonId("ana"), Channel = ChannelKind.Sms, Step = 1, RequestedAt = clock.Now(), State = PageState.Sending, Deadline = clock.Now() + IncidentRules.Claim }],
        };
        recent.Take(before: null, incident);
        Assert.Single(recent.Known().Pages);

        await recent.Write(CancellationToken.None);
        recent.TakeBack(incident.Number);

        Assert.Empty(recent.Known().Pages);
    }

    /// <summary>Every write is accepted.</summary>
    public class Accepting : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Task.CompletedTask;
    }
}
