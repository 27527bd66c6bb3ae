using Incidents.Domain.Incidents;

namespace Incidents.Domain.Tests.Incidents;

public class IncidentNumberTests
{
    [Theory]
    [InlineData("INC-142", 142)]
    [InlineData("inc-7", 7)]
    [InlineData("7", 7)]
    public void TryParse_ReadsWhatPeopleType(string text, int value)
    {
        Assert.True(IncidentNumber.TryParse(text, out var number));
        Assert.Equal(value, number.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("INC-")]
    [InlineData("INC-0")]
    [InlineData("INC-007")]
    [InlineData("INC-1#HEAD")]
    [InlineData("INC-1 ")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("INC-1234567890")]
    [InlineData("INC-٣")]
    [InlineData("' OR 1=1")]
    public void TryParse_RefusesAnythingElse(string? text) => Assert.False(IncidentNumber.TryParse(text, out _));
}
