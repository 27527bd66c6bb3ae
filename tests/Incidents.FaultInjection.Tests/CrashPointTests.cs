
namespace Incidents.FaultInjection.Tests;

/// <summary>Makes every call of every use case fail in every way: nothing is lost, no page is sent twice, and the incident recovers without help.</summary>
public class CrashPointTests
{
    public static TheoryData<string> UseCases => [.. UseCase.All.Select(u => u.Name)];

    [Theory]
    [MemberData(nameof(UseCases))]
    public async Task UseCase_WhenAnyCallDiesOrLosesItsAnswer_Recovers(string name)
    {
        var useCase = UseCase.All.Single(u => u.Name == name);
        var calls = await CrashPoints.Count(useCase, () => new SimulatedEnvironment());
        Assert.True(calls > 0, "a use case that calls nobody proves nothing");

        var broken = new List<string>();
        foreach (var (call, fault, again) in Points(useCase, calls))
        {
            var environment = new SimulatedEnvironment();
            var found = await CrashPoints.Run(useCase, call, fault, again, environment);
            if (found.Count > 0)
            {
                broken.Add($"{fault} at call {call} of {calls}{(again ? ", asked again" : "")}: {string.Join("; ", found)}\n    {string.Join("\n    ", environment.Events)}");
            }
        }

        Assert.True(broken.Count == 0, $"{broken.Count} of {calls * 12} crash points\n{string.Join('\n', broken.Take(4))}");
    }

    private static IEnumerable<(int Call, Fault Fault, bool Again)> Points(UseCase useCase, int calls) =>
        from call in Enumerable.Range(1, calls)
        from fault in Enum.GetValues<Fault>().Where(f => f != Fault.None)
        from again in useCase.IsAskedUntilDone ? [true] : new[] { true, false }
        select (call, fault, again);
}
