using System.Text.RegularExpressions;
using Incidents.Application.Alarms;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Application.Notifications;

/// <summary>The timeline as people read it, the same in Slack, console, command line and postmortem.</summary>
public static partial class TimelineWords
{
    /// <summary>One clause, without time and without full stop.</summary>
    /// <param name="name">How to call an actor: by name where people work together, by role in a postmortem.</param>
    public static string Describe(this IncidentEvent happened, Func<Actor, string> name, Func<PersonId, string> person) => happened switch
    {
        IncidentTriggered { Source: IncidentSource.Declared } e => $"{name(e.By)} declared the incident{Through(e.By)}: {e.Severity}",
        IncidentTriggered { Alarm: not null, Source: IncidentSource.Alarm } e => $"Alarm {e.Title} fired, {e.Severity}{Because(e.Why)}",
        IncidentTriggered { Source: IncidentSource.DailyCheck } => "The daily check fired",
        IncidentTriggered { Source: IncidentSource.VersionCheck } => "The check of a new version fired",
        IncidentTriggered e => $"{e.Title}{Because(e.Why)}",
        EscalationStepFired { Step: 0 } e => $"The catch-all is paged: {e.Why}",
        EscalationStepFired e => $"Escalated to step {e.Step}{(e.Round > 1 ? $", round {e.Round}" : "")}: {e.Why}",
        PageRequested { Channel: Page.Shadow } e => $"Would page {person(e.Person)} now ({Step(e.Step)}): shadow mode",
        PageRequested { Instead: not null } e => $"Paging {person(e.Person)} on {Channel(e.Channel)} instead: {e.Why}",
        PageRepeatPlanned e => $"Paging {person(e.Person)} on {Channel(e.Channel)} once more if nobody answers ({Step(e.Step)})",
        PageRequested e => $"Paging {person(e.Person)} on {Channel(e.Channel)} ({Step(e.Step)})",
        PageStarted { Instead: not null } e => $"Paging {person(e.Person)} on {Channel(e.Channel)} early: another channel did not take the page",
        PageStarted e => $"Paging {person(e.Person)} on {Channel(e.Channel)} as well",
        PageRetried { MayBeRepeat: true } => "Paging again: the last attempt may or may not have arrived",
        PageRetried => "Paging again",
        PageSent { Channel: Page.Shadow } e => $"The channel was shown that {person(e.Person)} would be paged",
        PageSent e => $"Paged {person(e.Person)} on {Channel(e.Channel)}{(e.Attempts > 1 ? $", attempt {e.Attempts}" : "")}",
        PageDeferred e => $"The channel asked to wait: {e.Answer}",
        PageGathered e => $"The page to {person(e.Person)} on {Channel(e.Channel)} leaves together with others",
        PageUnanswered e => $"No answer from the channel: {e.Answer}",
        PageFailed e => $"Could not page {person(e.Person)} on {Channel(e.Channel)}: {ChannelFaults.InWords(e.Answer)}",
        PageDropped e => $"A page to {person(e.Person)} was not sent: {e.Why}",
        NobodyToPage e => e.Why,
        IncidentAcknowledged e => $"{name(e.By)} acknowledged{Through(e.By)}",
        ResponderJoined e => $"{name(e.By)} is there too{Through(e.By)}",
        StillOnItAsked e => $"{person(e.Person)} was asked: still on it?",
        AcknowledgementExpired e => $"{person(e.Person)} gave no sign of life: it counts as not acknowledged",
        IncidentSnoozed e => $"{name(e.By)} snoozed it until {CardTimes.InUtc(e.Until)}{Through(e.By)}",
        SnoozeEnded e => $"The snooze ended: {e.Why}",
        IncidentEscalated e => $"{name(e.By)} asked for the next step{Through(e.By)}",
        IncidentReassigned e => $"{name(e.By)} gave it to {e.To}{Through(e.By)}",
        RespondersAdded e => $"{name(e.By)} asked {e.To} for help{Through(e.By)}",
        IncidentMitigated e => $"{name(e.By)} marked it mitigated{Through(e.By)}",
        RoleAssigned e => $"{name(e.By)} named {person(e.Person)} {(e.Role == ResponseRole.Commander ? "commander" : "scribe")}{Through(e.By)}",
        AlarmsNamed e => $"Alarms that joined: {string.Join(", ", e.Names)}",
        HolderNotified e => $"{person(e.Person)}, who has it, is told of new alarms: {AlarmNames.Of(e.Names, e.Count)}",
        NewAlarmsGathered e => $"More new alarms wait to be told together: {AlarmNames.Of(e.Waiting.Names, e.Waiting.Count)}",
        NewAlarmsSeen e => $"{name(e.By)} knows of the new alarms{Through(e.By)}",
        AlarmFiredAgain e => $"{e.Name} fired again",
        OpenedBeside e => $"{e.Other} of the same service is open, {(e.Holder is { } holder ? $"{holder} has it" : "nobody has it yet")}",
        AlarmLeads e => $"It is about the alarm {e.Alarm.Name} now",
        IncidentTitled e => $"{name(e.By)} gave it the title “{e.Title}”{Through(e.By)}",
        IncidentLinked e => $"{name(e.By)} linked it to {e.Other}{Through(e.By)}",
        IncidentMerged e => $"{name(e.By)} merged it into {e.Into}{Through(e.By)}",
        IncidentAbsorbed e => $"{name(e.By)} merged {e.From} into it: {e.Title}",
        PagingSuppressed { WaitsForAlarm: true } => "All alarms are OK: it pages only if one fires again",
        PagingPostponed e => $"Nobody is paged yet: {e.Why}",
        PagingSuppressed e => $"Pages are kept back until {CardTimes.InUtc(e.Until)}: {e.Why}",
        SuppressionEnded e => $"Pages are no longer kept back: {e.Why}",
        UrgencyRaised e => $"It became urgent: {e.Why}",
        FiringEnded => "No alarm of it is in ALARM any more",
        AcknowledgementGivenBack e => $"{name(e.By)} gave it back{Through(e.By)}",
        AlarmJoined e when IsMessage(e.Member) => $"Another message: {e.Name}{Because(e.Reason)}",
        AlarmJoined e => $"Alarm {e.Name} joined, {e.Severity}{Because(e.Reason)}",
        AlarmChanged e => $"{Alarm(e.Member)} went to {AlarmWords.State(e.Change.State)}",
        StaleAlarmNoted e => $"A late message: {Alarm(e.Member)} had gone to {AlarmWords.State(e.Change.State)} at {e.Change.At:HH:mm:ss} UTC; nothing changed",
        SuppressedAlarmNoted e => $"{Alarm(e.Member)} went to {AlarmWords.State(e.Change.State)}, its actions suppressed by {e.SuppressedBy}",
        SeverityChanged { By.Via: not Via.System } e => $"{name(e.By)} changed the severity from {e.From} to {e.To}{Through(e.By)}{Because(e.Why)}",
        SeverityChanged e => $"Severity from {e.From} to {e.To}: {e.Why}",
        IncidentRecovered { ResolveAt: { } at } => $"All alarms are OK; resolves at {at:HH:mm} UTC if they stay so",
        IncidentRecovered => "All alarms are OK",
        RecoveryEnded e => $"Recovery ended: {e.Why}",
        IncidentResolved { By.Id: "system" } => "Resolved: all alarms recovered",
        IncidentResolved e => $"{name(e.By)} resolved it{As(e.Reason)}{Through(e.By)}{(e.WhileFiring ? " while an alarm was still firing" : "")}{(e.Note is null ? "" : $": {e.Note}")}",
        IncidentReopened e => $"Reopened{(e.Times > 1 ? $", time {e.Times}" : "")}: {e.Why}",
        RecoveryDoubted e => $"CloudWatch says that an alarm of it is in ALARM: not believed, and asked again at {e.AskAgainAt:HH:mm} UTC",
        RecoveryNotConfirmed => "CloudWatch gave no answer on whether its alarms are OK: their messages are believed",
        IncidentReopenedByPerson e => $"{name(e.By)} reopened it{Through(e.By)}: {e.Why}",
        PolicyResumed e => $"The policy goes on where it was: the next step at {e.NextAt:HH:mm} UTC",
        FlappingBegan e => $"It is flapping, back {e.Returns} times within {e.Within.TotalMinutes:0} min: it stays open until all alarms are OK for {e.Quiet.TotalMinutes:0} min",
        NoteAdded e => $"{name(e.By)}: {e.Text}",
        ReminderDue e => $"Reminder: {e.Why}",
        ChannelUpdated { Failure: { } failure } => $"The channel was not told: {failure}",
        PostmortemDrafted => "A postmortem draft is ready",
        _ => happened.GetType().Name,
    };

    /// <summary>The short name behind an ARN, with the contributor if there is one.</summary>
    public static string Alarm(AlarmMember member)
    {
        var name = AlarmWords.ChildName(member.Key);
        return member.ContributorId is null ? name : $"{name} ({member.ContributorId})";
    }

    /// <summary>A channel kind as people say it, after "on".</summary>
    public static string Channel(string channel) => channel switch
    {
        "slack" => "Slack",
        "sms" => "SMS",
        "email" => "e-mail",
        "voice" => "the phone",
        Page.Fallback => "the fallback topic",
        Page.Shadow => "the channel, in shadow mode",
        _ => channel,
    };

    /// <summary>What opened it is no alarm, so that nothing of it goes to ALARM.</summary>
    private static bool IsMessage(AlarmMember member) => member.Key.Value.StartsWith("note:", StringComparison.Ordinal);

    private static string As(ResolveReason reason) => reason switch
    {
        ResolveReason.FalseAlarm => " as a false alarm",
        ResolveReason.Duplicate => " as a duplicate",
        _ => "",
    };

    private static string Step(int step) => step == 0 ? "catch-all" : $"step {step}";

    /// <summary>CloudWatch's sentences name composite children by ARN; a reader needs the name.</summary>
    private static string Because(string why) => why.Length == 0 ? "" : $": {BeforeAlarmName().Replace(why, "")}";

    [GeneratedRegex(@"\barn:aws[a-z-]*:cloudwatch:[a-z0-9-]*:[0-9]*:alarm:", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeAlarmName();

    private static string Through(Actor actor) => actor.Caller is { } arn ? $"{Door(actor)} (AWS: {new AwsCaller(arn).Name})" : Door(actor);

    private static string Door(Actor actor) => actor.Via switch
    {
        Via.Slack => " in Slack",
        Via.Console => " in the console",
        Via.CommandLine => " on the command line",
        Via.Api => " by API",
        Via.Link => " via link",
        Via.Text => " by text",
        _ => "",
    };
}
