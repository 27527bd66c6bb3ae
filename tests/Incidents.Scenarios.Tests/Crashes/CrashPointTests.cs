using Incidents.Cli.Torture;

namespace Incidents.Scenarios.Tests.Crashes;

/// <summary>Whatever happens to whichever call of whatever the product does: nothing is lost, nobody is paged twice, and it comes right by itself.</summary>
public class CrashPointTests
{
    public static TheoryData<string> UseCases => [.. UseCase.All.Select(u => u.Name)];

    [Theory]
    [MemberData(nameof(UseCases))]
    public async Task EveryCall_MayDieOrLoseItsAnswer(string name)
    {
        var useCase = UseCase.All.Single(u => u.Name == name);
        var calls = await CrashPoints.Count(useCase, () => new World());
        Assert.True(calls > 0, "a use case that calls nobody proves nothing");

        var broken = new List<string>();
        foreach (var (call, fault, again) in Points(useCase, calls))
        {
            var world = new World();
            var found = await CrashPoints.Run(useCase, call, fault, again, world);
            if (found.Count > 0)
            {
                broken.Add($"{fault} at call {call} of {calls}{(again ? ", asked again" : "")}: {string.Join("; ", found)}\n    {string.Join("\n    ", world.Events)}");
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
