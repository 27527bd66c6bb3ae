using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.OnCall;

namespace Incidents.Configuration.Sections;

internal static class OverrideForm
{
    public static Override? Read(YamlValue value, Func<YamlValue, PersonId?> person)
    {
        if (value.Object("Write `kind:`, `from:`, `to:` and `users:`.") is not { } entry)
        {
            return null;
        }

        var kind = ReadKind(entry);
        var from = entry.Require("from", "Write an instant in UTC such as 2026-09-14T07:00:00Z.")?.Instant();
        var to = entry.Require("to", "Write an instant in UTC such as 2026-09-21T07:00:00Z.")?.Instant();
        var users = entry.Require("users", "List the people, or write [] for nobody.") is { } list ? ParticipantsForm.ReadPeople(list, person) : null;
        var layer = entry.Find("layer")?.Text();
        var replaces = kind == OverrideKind.Replace ? entry.Require("replaces", "Name the person whose place is taken.") : null;
        PersonId? replaced = replaces is not null ? person(replaces) : null;
        entry.RefuseOthers();
        return kind is not { } known || from is not { } begin || to is not { } end || users is null || (kind == OverrideKind.Replace && replaced is null) ? null
            : new Override { Kind = known, From = begin, To = end, Users = users, Layer = layer, Replaces = replaced };
    }

    private static OverrideKind? ReadKind(YamlObject entry) =>
        entry.Require("kind", "Write cover, replace, add or remove.")?.Word("cover", "replace", "add", "remove") switch
        {
            "cover" => OverrideKind.Cover,
            "replace" => OverrideKind.Replace,
            "add" => OverrideKind.Add,
            "remove" => OverrideKind.Remove,
            _ => null,
        };
}
