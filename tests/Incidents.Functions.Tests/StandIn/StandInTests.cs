using System.Reflection;

namespace Incidents.Functions.Tests.StandIn;

/// <summary>The stand-in stays as small as the code allows, whichever of the two the code was built against.</summary>
public class StandInTests
{
    private static readonly Type[] Declared = Load("Amazon.Lambda.StandIn").GetExportedTypes();

    private static readonly IReadOnlySet<string> Used = UsedNames.In(
        Load("Incidents.Functions"), Load("Incidents.Web"), Load("incidents"), typeof(StandInTests).Assembly);

    [Fact]
    public void StandIn_DeclaresNoTypeThatTheCodeDoesNotUse()
    {
        var needed = Declared.SelectMany(PublicNames.Mentioned).Select(PublicNames.Of);

        Assert.Equal([], Declared.Select(PublicNames.Of).Except(Used).Except(needed));
    }

    [Fact]
    public void StandIn_DeclaresNoMemberThatTheCodeDoesNotUse() =>
        Assert.Equal([], Declared.SelectMany(PublicNames.RemovableMembers).Select(PublicNames.Of).Except(Used));

    private static Assembly Load(string name) => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));
}
