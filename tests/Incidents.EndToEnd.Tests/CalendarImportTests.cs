using System.Globalization;

namespace Incidents.EndToEnd.Tests;

/// <summary>Holidays out of a calendar file, as somebody enters them from a terminal.</summary>
public class CalendarImportTests
{
    [Fact]
    public async Task TimeOffImport_EntersEventsOnce_AndCancelTakesOneBack()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(60);
        var file = sandbox.File("holidays.ics", string.Join("\r\n", [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN",
            .. Event("soon@example.com", day), .. Event("past@example.com", day.AddYears(-2)),
            "END:VCALENDAR", ""]));
        string[] import = ["time-off", "import", file, "--person", "ada", "--as", "ada", "--data", sandbox.Data];

        var first = await sandbox.Run(import);
        var second = await sandbox.Run(import);

        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Equal("1 entered, 0 known already, 0 cancelled, 1 past and left out", first.Output.Split('\n')[^1]);
        Assert.Equal("0 entered, 1 known already, 0 cancelled, 1 past and left out", second.Output);
        var id = (await sandbox.Run("time-off", "list", "ada", "--data", sandbox.Data)).Output.Split(' ')[0];
        Assert.Matches($"^{id} +over +ada: ", (await sandbox.Run("time-off", "cancel", id, "--as", "ada", "--data", sandbox.Data)).Output);
    }

    [Fact]
    public async Task V42_TimeOffImport_OfEventsThatRepeat_EntersEachTime_AndTakesBackWhatIsExcluded()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(30);
        string[] weekly = ["RRULE:FREQ=WEEKLY;COUNT=4"];

        var first = await Import([.. weekly, "X-BAD:1"], ["BEGIN:VEVENT", "UID:bad@example.com", $"DTSTART;VALUE=DATE:{Written(day)}", "DURATION:soon", "END:VEVENT"]);
        var second = await Import([.. weekly, $"EXDATE;VALUE=DATE:{Written(day.AddDays(7))}"], []);
        var third = await Import(["STATUS:CANCELLED"], []);

        Assert.Equal(1, first.ExitCode);
        Assert.Equal("4 entered, 0 known already, 0 cancelled, 0 past and left out", first.Output.Split('\n')[^1]);
        Assert.Contains("weekly.ics:15: DURATION is none such as P1D or PT8H.", first.Errors, StringComparison.Ordinal);
        Assert.Equal((0, "0 entered, 3 known already, 1 cancelled, 0 past and left out"), (second.ExitCode, second.Output.Split('\n')[^1]));
        Assert.Equal((0, "0 entered, 0 known already, 3 cancelled, 0 past and left out"), (third.ExitCode, third.Output.Split('\n')[^1]));

        Task<Finished> Import(string[] lines, string[] others) => sandbox.Run(
            "time-off", "import", sandbox.File("weekly.ics", string.Join("\r\n", [
                "BEGIN:VCALENDAR", "VERSION:2.0", .. Event("weekly@example.com", day, lines), .. others, "END:VCALENDAR", ""])),
            "--person", "ada", "--as", "ada", "--data", sandbox.Data);
    }

    [Fact]
    public async Task V42_TimeOffImport_OfOneChangedTime_LeavesTheOthers_AndOfAnEventThatIsRefused_EntersTheRest()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(30);

        var series = await Import(Event("weekly@example.com", day, "RRULE:FREQ=WEEKLY;COUNT=4"));
        var mail = await Import(Event("weekly@example.com", day.AddDays(7), $"RECURRENCE-ID;VALUE=DATE:{Written(day.AddDays(7))}", "STATUS:CANCELLED"));
        var far = await Import([.. Event("far@example.com", day.AddYears(4)), .. Event("near@example.com", day.AddDays(3))]);

        Assert.Equal((0, "4 entered, 0 known already, 0 cancelled, 0 past and left out"), (series.ExitCode, series.Output.Split('\n')[^1]));
        Assert.Equal((0, "0 entered, 0 known already, 1 cancelled, 0 past and left out"), (mail.ExitCode, mail.Output.Split('\n')[^1]));
        Assert.Equal((1, "1 entered, 0 known already, 0 cancelled, 0 past and left out"), (far.ExitCode, far.Output.Split('\n')[^1]));
        Assert.Contains("away.ics:3: The time off is more than two years", far.Errors, StringComparison.Ordinal);

        Task<Finished> Import(string[] events) => sandbox.Run(
            "time-off", "import", sandbox.File("away.ics", string.Join("\r\n", ["BEGIN:VCALENDAR", "VERSION:2.0", .. events, "END:VCALENDAR", ""])), "--person", "ada", "--as", "ada", "--data", sandbox.Data);
    }

    [Fact]
    public async Task V42_TimeOffImport_WhenADayHasJustEnded_LeavesItOutAndEntersTheRest()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        var today = TimeProvider.System.GetUtcNow().UtcDateTime;
        var file = sandbox.File("days.ics", string.Join("\r\n", [
            "BEGIN:VCALENDAR", "VERSION:2.0", .. Event("ended@example.com", today.AddDays(-1)), .. Event("soon@example.com", today.AddDays(20)), "END:VCALENDAR", ""]));

        var import = await sandbox.Run("time-off", "import", file, "--person", "ada", "--as", "ada", "--data", sandbox.Data);

        Assert.Equal((0, ""), (import.ExitCode, import.Errors));
        Assert.Equal("1 entered, 0 known already, 0 cancelled, 1 past and left out", import.Output.Split('\n')[^1]);
    }

    private static string[] Event(string uid, DateTime day, params string[] lines) =>
    [
        "BEGIN:VEVENT", $"UID:{uid}", "DTSTAMP:20260101T000000Z", $"DTSTART;VALUE=DATE:{Written(day)}", $"DTEND;VALUE=DATE:{Written(day.AddDays(1))}", "SUMMARY:Away", .. lines, "END:VEVENT",
    ];

    private static string Written(DateTime day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
