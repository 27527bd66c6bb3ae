using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>The note of the last minute: a list of short texts that any process appends to without reading it. Kept below a kilobyte, for every opening writes it.</summary>
/// <remarks>A text that cannot be read is passed over: a newer version may have written it, and it costs a message at most.</remarks>
internal static class MinuteItem
{
    private const char Between = '|';
    private const string PageMark = "p";
    private const string WaitMark = "w";

    public static WriteRequestBuilder Add(MinuteNote added, MinuteNote? instead)
    {
        var change = new WriteRequestBuilder(Keys.Minute).SetUnlessNull(AttributeNames.Reach, Reach(added.Reach));
        return instead is not null ? change.Set(AttributeNames.Told, List(instead))
            : added.Pages.Count + added.Waits.Count > 0 ? change.Append(AttributeNames.Told, List(added))
            : change;
    }

    public static MinuteNote Read(Dictionary<string, AttributeValue> item)
    {
        var entries = (item.GetValueOrDefault(AttributeNames.Told)?.L ?? []).Select(entry => (entry.S ?? "").Split(Between)).ToList();
        return new MinuteNote([.. entries.Select(Page).OfType<RecentPage>().Distinct()], [.. entries.Select(Wait).OfType<ChannelWait>()])
        {
            Reach = Reach(item.TextOrNull(AttributeNames.Reach)),
        };
    }

    private static string? Reach(PublicUrlProof? proof) => proof is null ? null : string.Join(Between, proof.Answers ? "yes" : "no", Time(proof.At), proof.Address.AbsoluteUri);

    private static PublicUrlProof? Reach(string? text) =>
        text?.Split(Between, 3) is [var answers, var at, var address] && Time(at) is { } asked && Uri.TryCreate(address, UriKind.Absolute, out var url)
            ? new PublicUrlProof(url, answers == "yes", asked)
            : null;

    private static AttributeValue List(MinuteNote note) => new()
    {
        L =
        [
            .. note.Pages.Select(p => AttributeValues.Text(string.Join(Between, PageMark, p.Person, p.Channel, Number(p.Incident.Value), Number((int)p.Severity), Time(p.LeavesAt)))),
            .. note.Waits.Select(w => AttributeValues.Text(string.Join(Between, WaitMark, w.Channel, w.Name, Time(w.Until)))),
        ],
        IsLSet = true,
    };

    private static RecentPage? Page(string[] entry) =>
        entry is [PageMark, var person, var channel, var number, var severity, var at]
        && IncidentNumber.TryParse(number, out var incident)
        && int.TryParse(severity, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        && Time(at) is { } leaves
            ? new RecentPage(new PersonId(person), channel, incident, (Severity)level, leaves)
            : null;

    private static ChannelWait? Wait(string[] entry) =>
        entry is [WaitMark, var channel, var name, var at] && Time(at) is { } until ? new ChannelWait(channel, name, until) : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(Instant at) => at.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);

    private static Instant? Time(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks < LatestTime ? Instant.FromUnixTimeTicks(ticks) : null;

    private const long LatestTime = 2_534_023_007_990_000_000;
}
