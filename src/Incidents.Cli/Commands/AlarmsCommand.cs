using System.CommandLine;
using Incidents.Application.Runbooks;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Coverage;
using Incidents.Cli.OnCall;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents alarms coverage`: which alarms of an account lead here. Asks AWS nothing.</summary>
internal static class AlarmsCommand
{
    public static Command Create() => new("alarms", "The alarms of an AWS account, as a whole") { Coverage() };

    private static Command Coverage()
    {
        var source = new Argument<string>("file") { Description = "What `aws cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm --output json` printed, or - for standard input" };
        var config = Options.Config();
        var runbooks = Options.Runbooks();
        var topics = new Option<string[]>("--topic") { Description = "ARN of the topic that leads here, the stack's output AlarmTopicArn (else INCIDENTS_TOPIC_ARNS, else any that a stack made)", AllowMultipleArgumentsPerToken = true };
        var json = new JsonOption();
        var command = new Command("coverage", "Which alarms would open an incident, which would not, and the lines that mend it") { source, config, runbooks, topics, json };
        command.SetAction(parsed =>
        {
            var arns = Topics(parsed, topics);
            if (arns.FirstOrDefault(arn => !AlarmTopic.IsTopic(arn)) is { } odd)
            {
                return Complaint.Usage(parsed.Host, $"{odd} is no ARN of an SNS topic: it looks like arn:aws:sns:eu-west-1:123456789012:name");
            }

            if (Bytes(parsed.Host, parsed.GetValue(source)!) is not { } bytes || LoadedConfiguration.Read(parsed.Host, parsed.GetValue(config)!) is not { } settings)
            {
                return ExitCode.Refused;
            }

            var listing = AlarmListing.Read(parsed.GetValue(source) == "-" ? "standard input" : parsed.GetValue(source)!, bytes);
            var report = CoverageReport.Of(listing, new AlarmTopic(arns), settings, RunbookFolder.Read(parsed.GetValue(runbooks)!.ToString()).Library);
            Print(parsed.Host, report, parsed.GetValue(json));
            return report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static string[] Topics(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) is { Length: > 0 } named
        ? named
        : (parsed.Host.Variable("INCIDENTS_TOPIC_ARNS") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Null when it cannot be read, with the error printed.</summary>
    private static byte[]? Bytes(CommandHost host, string source)
    {
        try
        {
            using var input = source == "-" ? host.OpenInput() : File.OpenRead(source);
            using var bytes = new MemoryStream();
            var block = new byte[64 * 1024];
            for (var read = input.Read(block); read > 0; read = input.Read(block))
            {
                bytes.Write(block, 0, read);
                if (bytes.Length > AlarmListing.MostBytes)
                {
                    Complaint.Refused(host, $"{source} has more than {AlarmListing.MostBytes / 1024 / 1024} MB: ask for one region, or for a prefix, at a time");
                    return null;
                }
            }

            return bytes.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Complaint.Refused(host, $"{source} cannot be read ({e.Message.TrimEnd('.')}): name what `aws cloudwatch describe-alarms --output json` printed, or - for standard input");
            return null;
        }
    }

    private static void Print(CommandHost host, CoverageReport report, bool json)
    {
        using var output = host.OpenOutput();
        if (json)
        {
            CoverageJson.Write(report, output);
            output.WriteByte((byte)'\n');
            return;
        }

        using var writer = new StreamWriter(output);
        foreach (var line in CoverageText.Lines(report))
        {
            writer.WriteLine(line);
        }

        foreach (var problem in report.Problems)
        {
            host.Complain($"{problem}");
        }
    }
}
