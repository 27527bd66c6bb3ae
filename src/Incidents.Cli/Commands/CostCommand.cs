using System.CommandLine;
using Incidents.Cli.Answers;
using Incidents.Cli.Cost;
using Incidents.Cli.Terminal;
using YamlDotNet.Core;

namespace Incidents.Cli.Commands;

/// <summary>`incidents cost`: what the stack costs a month, from a dated price list and the template. Asks AWS nothing.</summary>
internal static class CostCommand
{
    public static Command Create()
    {
        var alarms = new Option<int>("--alarms-per-month") { Description = "Alarms that open an incident each, on top of the idle stack", DefaultValueFactory = _ => 1_000 };
        var template = new Option<FileInfo>("--template") { Description = "The stack's template: its alarms, metrics and dashboards are counted", DefaultValueFactory = _ => new FileInfo("template.yaml") };
        var json = new JsonOption();
        var command = new Command("cost", "What the stack costs a month, idle and with alarms") { alarms, template, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(alarms) is < 0 or > 100_000_000)
            {
                return Complaint.Usage(parsed.Host, "--alarms-per-month is a number from 0 to 100000000");
            }

            if (Count(parsed.Host, parsed.GetValue(template)!) is not { } stack)
            {
                return ExitCode.Refused;
            }

            var report = CostReport.Of(PriceList.Read(), stack, parsed.GetValue(alarms));
            using var output = parsed.Host.OpenOutput();
            if (parsed.GetValue(json))
            {
                CostJson.Write(report, output);
                output.WriteByte((byte)'\n');
                return ExitCode.Done;
            }

            using var writer = new StreamWriter(output);
            CostText.Lines(report).ToList().ForEach(writer.WriteLine);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Null when it cannot be read, with the error printed.</summary>
    private static TemplateCount? Count(CommandHost host, FileInfo template)
    {
        try
        {
            using var reader = template.OpenText();
            return TemplateCount.Of(reader);
        }
        catch (YamlException e)
        {
            Complaint.Refused(host, $"{template}:{e.Start.Line}:{e.Start.Column}: this is no YAML: name the stack's template with --template");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Complaint.Refused(host, $"{template} cannot be read, so alarms and dashboards cannot be counted: name the stack's template with --template");
        }

        return null;
    }
}
