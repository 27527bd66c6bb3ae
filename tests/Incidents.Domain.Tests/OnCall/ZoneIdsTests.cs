using Incidents.Domain.OnCall;

namespace Incidents.Domain.Tests.OnCall;

public class ZoneIdsTests
{
    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("US/Pacific")]
    [InlineData("Asia/Calcutta")]
    [InlineData("UTC")]
    public void Find_IdOrOldAlias_IsTheZone(string id) => Assert.Equal(id, ZoneIds.Find(id)?.Id);

    [Theory]
    [InlineData("Europe/Bonn")]
    [InlineData("europe/berlin")]
    [InlineData("UTC+02")]
    [InlineData("UTC+02:00")]
    [InlineData("+02:00")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("")]
    public void Find_AnythingElse_IsNoZone(string id) => Assert.Null(ZoneIds.Find(id));

    [Theory]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData(" America/New York", "America/New_York")]
    [InlineData("Europe/Bonn", null)]
    public void Nearest_IsWhatWasMeant(string id, string? meant) => Assert.Equal(meant, ZoneIds.Nearest(id));
}
