using System.CommandLine;
using System.Text.Json;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Cli.Answers;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Connections;

/// <summary>`--as`: who acts. The login of the operating system names none of the people; a terminal asks once and keeps the answer.</summary>
internal sealed class WhoActs : Option<string?>
{
    private string? kept;

    public WhoActs()
        : base("--as") => Description = "Who you are: an id, name or Slack id of people (else INCIDENTS_USER, else what `incidents whoami` keeps)";

    /// <summary>The person; null when nothing says so, and then no person acts.</summary>
    public string? Of(ParseResult parsed) => Given(parsed) ?? kept;

    /// <summary>Takes whom AWS names, else what is kept, or asks at the terminal, unless the command line says who acts.</summary>
    /// <param name="caller">The person whose credentials of AWS the command has; null where that is not known.</param>
    /// <exception cref="ApiUnreachableException">Nothing answers.</exception>
    public async Task Find(ParseResult parsed, DataDirectory folder, IncidentsApi api, string? caller, CancellationToken cancellation)
    {
        if (Given(parsed) is not null)
        {
            return;
        }

        kept = caller ?? folder.WhoActs();
        if (kept is null && parsed.Host.CanAsk)
        {
            kept = await Ask(parsed, folder, api, cancellation);
        }
    }

    /// <summary>Says of what was done that no person did it. What was refused is one line already.</summary>
    public void Remark(ParseResult parsed)
    {
        if (Of(parsed) is null)
        {
            Complaint.Remark(parsed.Host, "no person is named, so this counts as an outsider's (an acknowledgement or a snooze then lasts 10 minutes): say --as, or once `incidents whoami ID`");
        }
    }

    /// <summary>Looks a name or id up among the people and keeps the person it names.</summary>
    /// <exception cref="ApiRefusedException">It names none of them, or several.</exception>
    public static async Task<(string Id, string Name)> Keep(string who, DataDirectory folder, IncidentsApi api, CancellationToken cancellation)
    {
        var person = await Look(who, api, cancellation);
        folder.KeepWhoActs(person.Id);
        return person;
    }

    /// <summary>Returns the person whom a name or id names.</summary>
    /// <exception cref="ApiRefusedException">It names none of the people, or several.</exception>
    public static async Task<(string Id, string Name)> Look(string who, IncidentsApi api, CancellationToken cancellation)
    {
        JsonElement person = await api.Get($"api/v1/whoami?by={Uri.EscapeDataString(who)}", cancellation);
        return (IncidentLine.Text(person, "id"), IncidentLine.Text(person, "name"));
    }

    /// <summary>Whom the environment names; null when it names no person.</summary>
    public static string? InEnvironment(CommandHost host) => NotBlank(host.Variable("INCIDENTS_USER"));

    private string? Given(ParseResult parsed) => parsed.GetValue(this) is { } said ? NotBlank(said) : InEnvironment(parsed.Host);

    public static string? NotBlank(string? who) => string.IsNullOrWhiteSpace(who) ? null : who;

    private static async Task<string?> Ask(ParseResult parsed, DataDirectory folder, IncidentsApi api, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (parsed.Host.Ask("Who are you? An id or name of people (kept; `incidents whoami` changes it): ") is not { } answer || string.IsNullOrWhiteSpace(answer))
            {
                return null;
            }

            try
            {
                return (await Keep(answer, folder, api, cancellation)).Id;
            }
            catch (ApiRefusedException refused)
            {
                Complaint.Refused(parsed.Host, ApiRefusalWords.Of(parsed, refused));
            }
        }

        return null;
    }

    private const int MostAttempts = 3;
}
