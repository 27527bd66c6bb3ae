using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Incidents.Application.Schedules.Preview;
using Incidents.Domain;
using Incidents.Domain.OnCall;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Web.Api;

/// <summary>`{ "result": … }`, with instants as `YYYY-MM-DDTHH:MM:SSZ` and people by name in ordinal order.</summary>
internal static class ScheduleAnswer
{
    // The answer is never put into a page, so names stay as they are.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IResult To(ScheduleQuestion.Asked asked)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WritePropertyName("result");
            Write(json, asked);
            json.WriteEndObject();
        }

        return Results.Bytes(buffer.WrittenMemory, "application/json; charset=utf-8");
    }

    private static void Write(Utf8JsonWriter json, ScheduleQuestion.Asked asked)
    {
        if (asked.Query is ScheduleQuery.Resolve resolve)
        {
            var clock = new WallClock(resolve.TimeZone);
            WriteList(json, resolve.Local, local => json.WriteStringValue(Text(clock.FirstAt(local))));
            return;
        }

        var calendar = new OnCallCalendar(asked.Schedule ?? throw new InvalidOperationException("Only local times are resolved without a schedule."));
        switch (asked.Query)
        {
            case ScheduleQuery.Segments(var from, var to):
                WriteList(json, calendar.Segments(from, to), segment => Write(json, segment.From, segment.To, segment.People));
                break;
            case ScheduleQuery.Instants(var at):
                WriteList(json, at, instant => Write(json, instant, calendar.WhoIsOnCall(instant)));
                break;
            case ScheduleQuery.Shifts(var from, var to):
                WriteList(json, calendar.Shifts(from, to), shift => Write(json, shift));
                break;
            case ScheduleQuery.Quality(var from, var to):
                Write(json, calendar.Quality(from, to));
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, Instant from, Instant to, PersonSet users)
    {
        json.WriteStartObject();
        json.WriteString("from", Text(from));
        json.WriteString("to", Text(to));
        WriteUsers(json, "users", users);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Instant at, PersonSet users)
    {
        json.WriteStartObject();
        json.WriteString("at", Text(at));
        WriteUsers(json, "users", users);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Shift shift)
    {
        json.WriteStartObject();
        json.WriteString("from", Text(shift.From));
        json.WriteString("to", Text(shift.To));
        json.WriteString("user", shift.Person.Value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ScheduleQuality quality)
    {
        json.WriteStartObject();
        json.WriteNumber("coverage_percent", quality.CoveragePercent);
        json.WriteNumber("balance_percent", quality.BalancePercent);
        json.WriteNumber("total_score", quality.TotalScore);
        json.WritePropertyName("overloaded");
        WriteList(json, quality.Overloaded, overload =>
        {
            json.WriteStartObject();
            json.WriteString("user", overload.Person.Value);
            json.WriteNumber("score", overload.ExcessPercent);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteUsers(Utf8JsonWriter json, string name, IEnumerable<PersonId> users)
    {
        json.WritePropertyName(name);
        WriteList(json, users, user => json.WriteStringValue(user.Value));
    }

    private static void WriteList<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static string Text(Instant at) => InstantPattern.General.Format(at);
}
