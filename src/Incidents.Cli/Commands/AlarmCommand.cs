using System.CommandLine;
using System.Text;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Adapters.CommandLine.Signing;
using Incidents.Application.Alarms;
using Incidents.Application.Alarms.Sns;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Up;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents alarm`: publishes alarms as SNS delivers them, signed, and says what they did.</summary>
internal static class AlarmCommand
{
    public static Command Create()
    {
        var source = new Argument<string?>("what") { Description = "A service (sends a sample alarm of it), a file, or - for standard input; a file may hold several JSON documents", Arity = ArgumentArity.ZeroOrOne };
        var ok = new Option<bool>("--ok") { Description = "Send the recovery of the sample alarm" };
        var synthetic = new Option<bool>("--synthetic") { Description = "Send the alarm of the daily check" };
        var data = Options.Data();
        var connection = new Connection(data) { NotOnStacks = "a stack takes alarms by its topic: `aws sns publish --topic-arn TOPIC --message file://FILE`, with the topic of the output AlarmTopicArn" };
        var command = new Command("alarm", "Send an alarm as SNS does") { source, ok, synthetic };
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.Run(parsed, async api =>
        {
            var what = parsed.GetValue(source);
            if (what is null != parsed.GetValue(synthetic))
            {
                return Complaint.Usage(parsed.Host, "say one thing to send: a service such as checkout, a file, - for standard input, or --synthetic");
            }

            var texts = what is null ? [SampleAlarm.Synthetic(parsed.Host.Clock.Now(), parsed.GetValue(ok))] : Texts(parsed.Host, what, parsed.GetValue(ok));
            if (texts is null)
            {
                return Complaint.Refused(parsed.Host, $"{what} is neither a file nor the name of a service: say which file, or a service such as checkout");
            }

            using var key = DevelopmentSigningKey.LoadOrCreate(parsed.GetValue(data)!.FullName, LocalTopic.Arn, parsed.Host.Clock.Now());
            foreach (var message in texts.SelectMany(text => AlarmMessages.Read(text, parsed.Host.Clock.Now())))
            {
                await Deliver(api, parsed, key, message, cancellation);
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static IReadOnlyList<string>? Texts(CommandHost host, string what, bool ok)
    {
        if (what == "-")
        {
            using var input = host.OpenInput();
            using var reader = new StreamReader(input, Encoding.UTF8);
            return JsonDocuments.Split(reader.ReadToEnd());
        }

        if (File.Exists(what))
        {
            return JsonDocuments.Split(File.ReadAllText(what));
        }

        return what.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? [SampleAlarm.Composite(what, ok, host.Clock.Now())] : null;
    }

    private static async Task<int> Deliver(IncidentsApi api, ParseResult parsed, DevelopmentSigningKey key, AlarmMessage message, CancellationToken cancellation)
    {
        var id = Guid.TryParse(message.MessageId, out var known) ? known : Guid.NewGuid();
        var request = key.Signer.Notification(LocalTopic.Arn, message.Text, message.Subject, id, parsed.Host.Clock.Now());
        var answer = await api.DeliverNotification(request.Body, request.Headers, cancellation);
        var decision = IncidentLine.Text(answer, "decision");
        var reason = IncidentLine.Text(answer, "reason");
        if (IncidentLine.Text(answer, "incident") is not { Length: > 0 } number)
        {
            return Answer.Print(parsed, answer, decision.Length == 0 ? "delivered before: nothing to do" : $"{decision}: {reason}");
        }

        var incident = await api.Get($"api/v1/incidents/{number}", cancellation);
        return Answer.Print(parsed, answer, decision is "triggered" ? IncidentLine.Write(reason, incident) : $"{number} {decision}: {reason} ({IncidentLine.Text(incident, "status")}, {IncidentLine.Text(incident, "severity")}, {IncidentLine.Text(incident, "service")})");
    }
}
