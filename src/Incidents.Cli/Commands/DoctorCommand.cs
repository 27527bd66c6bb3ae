using System.CommandLine;
using System.Text.Json;
using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Doctor;
using Incidents.Cli.Doctor.Stack;
using Incidents.Cli.Stacks;
using Incidents.Cli.Terminal;
using Incidents.Configuration.Loading;

namespace Incidents.Cli.Commands;

/// <summary>`incidents doctor`: what keeps pages from arriving, each with its fix.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var data = Options.Data();
        var config = Options.Config();
        var stack = new Option<string?>("--stack") { Description = "A deployed stack, instead of this machine: asked with your AWS credentials; nothing is changed" };
        var region = new Option<string?>("--region") { Description = "The region of the stack (else AWS_REGION, else that of your AWS profile)" };
        var command = new Command("doctor", "Look for what keeps pages from arriving; each finding says how to mend it") { data, config, stack, region, new JsonOption() };
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = new ConfigurationDirectory(parsed.GetValue(config)!.ToString()).Load(parsed.Host.Clock.Now());
            return parsed.GetValue(stack) is { } name
                ? await Deployed(parsed, name, parsed.GetValue(region), configuration, cancellation)
                : Tell(parsed, await OnThisMachine(parsed.Host, new DataDirectory(parsed.GetValue(data)!), configuration, cancellation));
        });
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> OnThisMachine(CommandHost host, DataDirectory folder, ConfigurationResult configuration, CancellationToken cancellation) =>
    [
        .. ProgramCheck.Look(host.Variable("PATH")),
        .. ReachabilityCheck.Look(configuration),
        await SlackSetupCheck.Look(folder.LastAt() ?? new Uri("http://127.0.0.1:5080"), host, cancellation),
        .. await RunningInstanceCheck.Look(folder, host.Clock, cancellation),
        .. await LocalTestPageCheck.Look(folder, (configuration as ConfigurationResult.Valid)?.Configuration, host.Clock.Now(), cancellation),
    ];

    private static async Task<int> Deployed(ParseResult parsed, string name, string? asked, ConfigurationResult configuration, CancellationToken cancellation)
    {
        var (region, problem) = AwsSession.Region(parsed.Host, asked);
        if ((StackOptions.NoStack(name) ?? problem) is { } wrong)
        {
            return Complaint.Usage(parsed.Host, wrong);
        }

        using var account = AwsSession.Account(parsed.Host, region);
        var doctor = new DeployedStack(account, service => service.In(region, parsed.Host.Variable).Address, parsed.Host.Clock);
        return Tell(parsed, [.. ReachabilityCheck.Look(configuration), .. await doctor.Look(name, region, (configuration as ConfigurationResult.Valid)?.Configuration, cancellation)]);
    }

    private static int Tell(ParseResult parsed, IReadOnlyList<Finding> findings)
    {
        var errors = findings.Where(finding => finding.Level == Level.Error).ToList();
        var warnings = findings.Count(finding => finding.Level == Level.Warning);
        Answer.Print(
            parsed,
            new DoctorResource(errors.Count, warnings, [.. findings.Select(finding => new FindingResource(JsonNamingPolicy.CamelCase.ConvertName(finding.Level.ToString()), finding.What, finding.Fix))]),
            [.. findings.Select(finding => finding.Lines()), $"{errors.Count} errors, {warnings} warnings"]);
        return errors.Count == 0 ? ExitCode.Done : errors.TrueForAll(error => error.IsSilence) ? ExitCode.NoAnswer : ExitCode.Refused;
    }
}
