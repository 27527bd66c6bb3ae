using Incidents.Configuration.Yaml;
using Incidents.Domain.People;

namespace Incidents.Configuration.Sections;

/// <summary>`ntfy: name-of-a-secret` or `pushover: name-of-a-secret`.</summary>
internal static class PushForm
{
    private const string Example = "Write `ntfy: name-of-the-secret` or `pushover: name-of-the-secret`.";

    public static PushAddress? Read(YamlValue value)
    {
        if (value.Object(Example) is not { } entry)
        {
            return null;
        }

        PushAddress?[] named =
        [
            entry.Find("ntfy")?.SecretName("topic's URL") is { } topic ? new PushAddress(PushService.Ntfy, topic) : null,
            entry.Find("pushover")?.SecretName("person's user key") is { } key ? new PushAddress(PushService.Pushover, key) : null,
        ];
        entry.RefuseOthers();
        return entry.Entries.Count() == 1
            ? named.FirstOrDefault(one => one is not null)
            : value.Refuse<PushAddress>($"{value.Subject} must name one service. {Example}");
    }
}
