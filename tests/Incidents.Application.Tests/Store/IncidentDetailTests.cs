using Incidents.Application.Alarms;
using Incidents.Application.Store;
using Incidents.Application.Tests.Alarms;

namespace Incidents.Application.Tests.Store;

public class IncidentDetailTests
{
    [Fact]
    public void Parsed_WhenIntakeHasReadTheMessage_IsWhatItRead()
    {
        var read = new ParsedMessage.Unreadable("as intake saw it", LooksLikeAlarm: true);

        Assert.Same(read, new IncidentDetail { Configuration = "", Message = Delivered.Message(Payload.Text("cloudwatch/metric-alarm.json")), Parsed = read }.Parsed);
    }

    [Fact]
    public void Alarm_WhenLoadedFromTheStore_IsReadFromTheTextOnce()
    {
        var detail = new IncidentDetail { Configuration = "", Message = Delivered.Message(Payload.Text("cloudwatch/metric-alarm.json")) };

        Assert.Equal("checkout-api-cpu-high", detail.Alarm?.Name);
        Assert.Same(detail.Alarm, detail.Alarm);
    }

    [Fact]
    public void Alarm_WithoutMessage_IsNull() => Assert.Null(new IncidentDetail { Configuration = "" }.Alarm);
}
