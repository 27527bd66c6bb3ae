using System.CommandLine;
using System.Text;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Overrides;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Configurations;
using Incidents.Cli.Connections;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime.Text;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents config push|show|list|rollback|forget`: the configuration in force, without a deployment.</summary>
internal static class ConfigCommand
{
    private const int MostMoves = 100;

    public static Command Create() => new("config", "Put a configuration in force without a deployment, and look at what is") { Push(), Show(), List(), Rollback(), ForgetCommand.Create() };

    private static Command Push()
    {
        var folder = new Argument<DirectoryInfo>("directory") { Description = "The on-call configuration", DefaultValueFactory = _ => new DirectoryInfo("config") };
        var (yes, by, table) = (Yes(), Options.Pusher(), new ConfigurationTable());
        var command = new Command("push", "Check a configuration, show who would be paged differently tonight, and put it in force") { folder, yes, by };
        table.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var directory = new ConfigurationDirectory(parsed.GetValue(folder)!.ToString());
            var result = directory.Load(parsed.Host.Clock.Now(), out var files);
            if (Accepted(parsed.Host, result) is not { } settings)
            {
                return Task.FromResult(ExitCode.Refused);
            }

            var version = new ConfigurationVersion(settings.Version, [.. files.Select(file => file with { Name = Path.GetRelativePath(directory.Path, file.Name).Replace('\\', '/') })]);
            return table.Run(parsed, async (store, overrides) => await (await Move(store, overrides, parsed, by, yes, table, cancellation)).To(version, settings, cancellation), cancellation);
        });
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<string?>("version") { Description = "As list shows it, or its first characters; the one in force when left out", Arity = ArgumentArity.ZeroOrOne };
        var contents = new Option<bool>("--files") { Description = "Print the files themselves" };
        var table = new ConfigurationTable();
        var command = new Command("show", "Which version is in force, and what is in it") { id, contents };
        table.AddTo(command);
        command.SetAction((parsed, cancellation) => table.Run(
            parsed,
            async (store, _) =>
            {
                var pointer = await store.Pointer(cancellation);
                var inForce = $"{PointerMove.Name(pointer.Version)} is in force{(pointer.Revision == 0 ? "" : $" since {InstantPattern.General.Format(pointer.At)}, by {PointerMove.Who(pointer)}")}";
                if ((parsed.GetValue(id) ?? pointer.Version) is not { } wanted)
                {
                    return Answer.Print(parsed, new ConfigurationVersionResource(PointerMove.Resource(pointer), null, Redacted: false, []), inForce);
                }

                return await Find(parsed.Host, store, wanted, cancellation) is { } version ? Print(parsed, pointer, version, inForce, parsed.GetValue(contents)) : ExitCode.Refused;
            },
            cancellation));
        return command;
    }

    private static int Print(ParseResult parsed, ConfigurationPointer pointer, ConfigurationVersion version, string inForce, bool contents) => Answer.Print(
        parsed,
        new ConfigurationVersionResource(
            PointerMove.Resource(pointer),
            version.Id,
            version.Redacted is not null,
            [.. version.Files.Select(file => new ConfigurationFileResource(file.Name, file.Content.Length, contents ? Encoding.UTF8.GetString(file.Content.Span) : null))]),
        [
            inForce,
            $"version {version.Id}{(version.Redacted is { } redacted ? $": {redacted.By} had a person taken out of it at {InstantPattern.General.Format(redacted.At)}, so it is for reading alone" : "")}",
            .. version.Files.Select(file => contents ? $"# {file.Name}\n{Encoding.UTF8.GetString(file.Content.Span)}" : $"  {file.Name,-40} {file.Content.Length,7} bytes"),
        ]);

    private static Command List()
    {
        var table = new ConfigurationTable();
        var command = new Command("list", "What has been in force, the newest first, and who put it there");
        table.AddTo(command);
        command.SetAction((parsed, cancellation) => table.Run(
            parsed,
            async (store, _) =>
            {
                var moves = await store.History(MostMoves, cancellation);
                return Answer.Print(
                    parsed,
                    new ConfigurationMoveListResource([.. moves.Select(PointerMove.Resource)]),
                    moves.Count == 0
                        ? [$"nothing has been pushed: {PointerMove.Name(null)} is in force"]
                        : moves.Select((move, index) => $"{move.Version ?? PointerMove.Packaged,-12} {InstantPattern.General.Format(move.At)}  by {PointerMove.Who(move)}{(index == 0 ? "  in force" : "")}"));
            },
            cancellation));
        return command;
    }

    private static Command Rollback()
    {
        var id = new Argument<string>("version") { Description = $"As list shows it, or its first characters; {PointerMove.Packaged} for the copy deployed with the code" };
        var (yes, by, table) = (Yes(), Options.Pusher(), new ConfigurationTable());
        var command = new Command("rollback", "Put a version in force that was pushed before") { id, yes, by };
        table.AddTo(command);
        command.SetAction((parsed, cancellation) => table.Run(
            parsed,
            async (store, overrides) =>
            {
                var move = await Move(store, overrides, parsed, by, yes, table, cancellation);
                if (parsed.GetValue(id) == PointerMove.Packaged)
                {
                    return await move.To(null, null, cancellation);
                }

                return await Find(parsed.Host, store, parsed.GetValue(id)!, cancellation) is { } version && Accepted(parsed.Host, version.Load(parsed.Host.Clock.Now())) is { } settings
                    ? await move.To(version, settings, cancellation)
                    : ExitCode.Refused;
            },
            cancellation));
        return command;
    }

    private static async Task<PointerMove> Move(IConfigurationStore store, IOverrideStore overrides, ParseResult parsed, PusherOption by, Option<bool> yes, ConfigurationTable table, CancellationToken cancellation) =>
        new(store, overrides, parsed, by.Of(parsed), parsed.GetValue(yes)) { Caller = await table.Caller(parsed, cancellation) };

    private static Option<bool> Yes() => new("--yes") { Description = "Do not ask" };

    /// <summary>Null when it may not be put in force; the reasons are then printed as `check` prints them.</summary>
    private static OnCallConfiguration? Accepted(CommandHost host, ConfigurationResult result)
    {
        var (settings, problems) = result switch
        {
            ConfigurationResult.Valid valid => (valid.Configuration, valid.Configuration.Unwakeable.Concat(valid.Configuration.Warnings)),
            ConfigurationResult.Invalid invalid => (null, invalid.Problems),
            _ => throw new InvalidOperationException($"no answer for {result.GetType().Name}"),
        };
        foreach (var problem in problems)
        {
            host.Complain(Painted.Problem(problem));
        }

        return settings is { Unwakeable.Count: 0 } ? settings : null;
    }

    /// <summary>Null when no version, or more than one, begins so; the error is then printed.</summary>
    private static async Task<ConfigurationVersion?> Find(CommandHost host, IConfigurationStore store, string wanted, CancellationToken cancellation)
    {
        if (await store.Read(wanted, cancellation) is { } exact)
        {
            return exact;
        }

        var known = (await store.History(MostMoves, cancellation)).Select(move => move.Version).OfType<string>().Distinct()
            .Where(version => version.StartsWith(wanted, StringComparison.Ordinal)).ToArray();
        if (known is [var only] && await store.Read(only, cancellation) is { } found)
        {
            return found;
        }

        Complaint.Refused(host, known.Length > 1 ? $"{wanted} begins {string.Join(", ", known)}: write more of it" : $"there is no version {wanted}: ./incidents config list shows all");
        return null;
    }
}
