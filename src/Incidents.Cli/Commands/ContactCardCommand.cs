using System.CommandLine;
using Incidents.Cli.Connections;
using Incidents.Cli.OnCall;
using Incidents.Cli.Terminal;
using Incidents.Configuration.Authoring.Contacts;

namespace Incidents.Cli.Commands;

/// <summary>`incidents contact-card`: the numbers that text and call, as a contact that phones let through while they are muted.</summary>
internal static class ContactCardCommand
{
    public static Command Create()
    {
        var config = Options.Config();
        var file = new Option<FileInfo?>("--out") { Description = "Write the vCard to this file; to standard output when left out" };
        var command = new Command("contact-card", "A vCard of the numbers that text and call, and what to tap on a phone so that they ring while it is muted") { config, file };
        command.SetAction(parsed => Run(parsed.Host, parsed.GetValue(config)!, parsed.GetValue(file)));
        return command;
    }

    private static int Run(CommandHost host, DirectoryInfo config, FileInfo? file)
    {
        if (LoadedConfiguration.Read(host, config) is not { } settings)
        {
            return ExitCode.Refused;
        }

        var numbers = ContactCard.Numbers(settings.Channels);
        if (numbers.Count == 0)
        {
            return Complaint.Refused(host, "there is no number to put on a card: write it as `voice: { origination: \"+12065550100\" }` or `sms:` under `channels`; the id of a number or pool does not say which number calls");
        }

        var card = ContactCard.Of(numbers);
        if (file is null)
        {
            host.Output.Write(card);
        }
        else
        {
            File.WriteAllText(file.FullName, card);
            host.Say($"wrote {file}: send it to everybody who is paged, and have them open it on their phone");
        }

        // The card itself may be piped somewhere.
        foreach (var tap in ContactCard.Taps)
        {
            (file is null ? host.Error : host.Output).WriteLine(tap);
        }

        return ExitCode.Done;
    }
}
