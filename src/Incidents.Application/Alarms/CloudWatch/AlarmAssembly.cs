using Incidents.Application.Json;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>Makes an alarm of what a message says: identity and state must be clear, everything else is mended and remarked on.</summary>
internal static class AlarmAssembly
{
    private const int LongestName = 255;
    private const int LongestReason = 2048;
    private const int LongestDescription = 4096;
    private const int LongestContributor = 128;
    private const int LongestValue = 1024;

    public static ParsedMessage Assemble(AlarmFacts facts, AlarmMessage message)
    {
        if (!AlarmIdentity.TryResolve(facts, out var identity, out var fault))
        {
            return fault;
        }

        if (AlarmStates.Read(facts.State) is not { } state)
        {
            return new ParsedMessage.Unreadable(
                $"The alarm's new state is {Shorten.Quote(facts.State)}; CloudWatch has OK, ALARM and INSUFFICIENT_DATA.", LooksLikeAlarm: true);
        }

        var remarks = new List<string>(facts.Remarks);
        var change = ChangeTime.Settle(AlarmTime.Read(facts.ChangedAt), message.SentAt, remarks);
        return new ParsedMessage.Alarm(new()
        {
            Key = identity.Key,
            Name = Cut("name", identity.Name, LongestName, remarks),
            State = state,
            PreviousState = AlarmStates.Read(facts.PreviousState),
            Reason = Cut("reason", facts.Reason ?? "", LongestReason, remarks),
            ChangedAt = change.At,
            ChangedAtIsAssumed = change.IsAssumed,
            Description = Cut("description", facts.Description ?? "", LongestDescription, remarks),
            Origin = identity.Origin,
            Contributor = ContributorOf(facts),
            Metric = AlarmMetricReader.Read(facts),
            Composite = CompositeReader.Read(facts, identity),
            Tags = Unique(facts.Tags.Pairs()),
            SuppressedBy = facts.SuppressedBy,
            AfterMuteWindow = facts.AfterMuteWindow,
            Remarks = remarks,
        });
    }

    private static AlarmContributor? ContributorOf(AlarmFacts facts) =>
        string.IsNullOrEmpty(facts.ContributorId)
            ? null
            : new(Shorten.KeepingApart(facts.ContributorId, LongestContributor), Unique(facts.ContributorAttributes.Pairs()));

    private static string Cut(string what, string text, int most, List<string> remarks)
    {
        if (text.Length > most)
        {
            remarks.Add($"The {what} was cut from {text.Length} to {most} characters.");
        }

        return Shorten.To(text, most);
    }

    private static Dictionary<string, string> Unique(IReadOnlyList<KeyValuePair<string, string>> pairs) =>
        pairs.DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => Shorten.To(pair.Value, LongestValue));
}
