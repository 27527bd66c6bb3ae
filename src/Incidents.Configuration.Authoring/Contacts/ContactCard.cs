using System.Text;
using Incidents.Configuration.Sections;
using Incidents.Domain.Configuration;

namespace Incidents.Configuration.Authoring.Contacts;

/// <summary>The numbers that text and call, as a contact for people's phones: what is muted for all the world is not for a contact that is let through.</summary>
public static class ContactCard
{
    /// <summary>The taps that let the contact through, a line for each phone.</summary>
    public static readonly IReadOnlyList<string> Taps =
    [
        "iPhone: open the contact, Edit, Ringtone, turn on Emergency Bypass, Done; the same under Text Tone. Then Settings, Focus, Sleep (and each other Focus you use), People, allow calls and notifications from this contact, and turn on Allow Repeated Calls.",
        "Android: open the contact and tap the star. Then Settings, Notifications, Do Not Disturb, People: allow calls and messages from starred contacts, and turn on Allow repeat callers.",
    ];

    private const int LongestLine = 75;

    /// <summary>The numbers that are known: what stands as the id of a number or pool of AWS End User Messaging is none.</summary>
    public static IReadOnlyList<string> Numbers(ChannelSettings channels) =>
        [.. new[] { channels.VoiceOrigination, channels.SmsOrigination }.OfType<string>().Where(number => PhoneForm.Number().IsMatch(number)).Distinct()];

    /// <summary>A vCard 3.0, which both kinds of phone read, with the taps as its note.</summary>
    /// <remarks>Source: RFC 2426; lines end with CRLF and are folded after 75 octets.</remarks>
    public static string Of(IReadOnlyList<string> numbers)
    {
        string[] lines =
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "N:Incidents;;;;",
            "FN:Incidents",
            .. numbers.Select(number => $"TEL;TYPE=VOICE,MSG,PREF:{number}"),
            $"NOTE:{Escaped(string.Join('\n', Taps))}",
            "END:VCARD",
        ];
        return string.Concat(lines.Select(line => Folded(line) + "\r\n"));
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>All of it is ASCII, so that a character is an octet.</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder(line.Length + 16);
        for (var (at, room) = (0, LongestLine); at < line.Length; at += room, room = LongestLine - 1)
        {
            folded.Append(at == 0 ? "" : "\r\n ").Append(line.AsSpan(at, Math.Min(room, line.Length - at)));
        }

        return folded.ToString();
    }
}
