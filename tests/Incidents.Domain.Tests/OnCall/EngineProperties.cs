using FsCheck;
using FsCheck.Fluent;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Domain.Tests.OnCall;

public class EngineProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void AnyInstant_IsAsTheLetterOfTheRulesHasIt() => Prop.ForAll(
        Arb.From(from any in AnySchedule.Gen from at in AnySchedule.Near(any.Near, 72) select (any.Schedule, at)),
        any => Prop.Label(
            new ByTheLetter(any.Schedule).WhoIsOnCall(any.at).Equals(new OnCallCalendar(any.Schedule).WhoIsOnCall(any.at)),
            $"at {any.at} expected {new ByTheLetter(any.Schedule).WhoIsOnCall(any.at)} got {new OnCallCalendar(any.Schedule).WhoIsOnCall(any.at)}\n{any.Schedule.InLines()}"))
        .Check(Thorough);
}
