using System.Text;
using System.Text.Json;
using Incidents.Application.Actions;
using Incidents.Application.Slack.Inbound;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack;

/// <summary>What a button, or an option of a menu, on a card stands for, as small versioned JSON: `{"v":1,"s":"prod","i":"INC-142","a":"ack"}`.</summary>
/// <param name="Stack">Which installation wrote the card; two may share a Slack app.</param>
/// <param name="Incident">The incident the card shows.</param>
/// <param name="Action">What a press asks for.</param>
/// <param name="Confirmed">Slack asked back that an alarm is still firing; a button from before it fired did not ask.</param>
public sealed record CardButton(string Stack, IncidentNumber Incident, CardAction Action, bool Confirmed = false)
{
    /// <summary>How long, for a snooze; null for everything else.</summary>
    public SnoozeChoice? Snooze { get; init; }

    /// <summary>For how long the holder says that they are still on it; null for the usual time, and for everything else.</summary>
    public StayOn? Stay { get; init; }

    /// <summary>Id of the person or team to page as well; null until one is chosen, and for everything else.</summary>
    public string? To { get; init; }

    /// <summary>Further incidents the press is about, as `7,9`; null for the usual button, which is about one.</summary>
    public string? Also { get; init; }

    /// <summary>All incidents the press is about, the first one first.</summary>
    public IReadOnlyList<IncidentNumber> All => [Incident, .. Numbers(Also) ?? []];

    /// <summary>Begins the action ids of buttons that only open a link; Slack reports their presses too.</summary>
    public const string LinkPrefix = "open_";

    private const int Schema = 1;
    private const int LongestValue = 2_000;
    private const int LongestId = 80;

    /// <summary>What of a value the numbers of incidents may take.</summary>
    public const int RoomForNumbers = 1_800;

    /// <summary>Name of the button within its message.</summary>
    public string ActionId => Stay is null || Stay == StayOn.All[0] ? "incident_" + Action.Word() : $"incident_{Action.Word()}_{Stay.Word}";

    /// <summary>The value to put into the button.</summary>
    public string ToValue()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Schema);
            json.WriteString("s", Stack);
            json.WriteString("i", Incident.ToString());
            json.WriteString("a", Action.Word());
            if (Confirmed)
            {
                json.WriteBoolean("c", true);
            }

            if (Also is { } also)
            {
                json.WriteString("n", also);
            }

            if (To is { } to)
            {
                json.WriteString("p", to);
            }

            if ((Snooze?.Word ?? Stay?.Word) is { } length)
            {
                json.WriteString("t", length);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Reads a pressed button. A value without a stack counts as ours: the signature says that the app is.</summary>
    public static ButtonReading Read(PressedButton pressed, string stack)
    {
        if (pressed.Value is not { } value)
        {
            return pressed.ActionId.StartsWith(LinkPrefix, StringComparison.Ordinal)
                ? new ButtonReading.LinkOpened()
                : new ButtonReading.Refused(ButtonRefusal.OldButton);
        }

        if (value.Length > LongestValue)
        {
            return new ButtonReading.Refused(ButtonRefusal.OldButton);
        }

        using var document = SlackJson.TryParse(value);
        return document is null
            ? new ButtonReading.Refused(ButtonRefusal.OldButton)
            : Read(document.RootElement, stack);
    }

    /// <summary>Null for a text that is no list of numbers.</summary>
    private static List<IncidentNumber>? Numbers(string? also)
    {
        var numbers = new List<IncidentNumber>();
        foreach (var text in (also ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IncidentNumber.TryParse(text, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }

    private static ButtonReading Read(JsonElement value, string stack)
    {
        if (!value.TryGetProperty("v", out var v) || v.ValueKind != JsonValueKind.Number || !v.TryGetInt32(out var schema) || schema != Schema)
        {
            return new ButtonReading.Refused(ButtonRefusal.OldButton);
        }

        if (value.TryGetProperty("s", out _) && value.TextAt("s") != stack)
        {
            return new ButtonReading.Refused(ButtonRefusal.OtherStack);
        }

        if (!CardActions.TryParse(value.TextAt("a"), out var action))
        {
            return new ButtonReading.Refused(ButtonRefusal.OldButton);
        }

        var snooze = SnoozeChoice.Find(value.TextAt("t"));
        var stay = action == CardAction.StillOnIt ? StayOn.Find(value.TextAt("t")) : null;
        var isLengthKnown = action switch
        {
            CardAction.Snooze => snooze is not null,
            CardAction.StillOnIt when stay is not null => true,
            _ => !value.TryGetProperty("t", out _),
        };
        if (!isLengthKnown)
        {
            return new ButtonReading.Refused(ButtonRefusal.OldButton);
        }

        var also = value.TextAt("n");
        if (value.TryGetProperty("n", out _) && (action is not (CardAction.Acknowledge or CardAction.StillOnIt) || Numbers(also) is null))
        {
            return new ButtonReading.Refused(ButtonRefusal.OldButton);
        }

        var to = value.TextAt("p");
        if (value.TryGetProperty("p", out _) && (action != CardAction.PageAlso || to is null or "" or { Length: > LongestId }))
        {
            return new ButtonReading.Refused(ButtonRefusal.OldButton);
        }

        var confirmed = value.TryGetProperty("c", out var c) && c.ValueKind == JsonValueKind.True;
        return IncidentNumber.TryParse(value.TextAt("i"), out var incident)
            ? new ButtonReading.Understood(new CardButton(stack, incident, action, confirmed) { Snooze = action == CardAction.Snooze ? snooze : null, Stay = stay, Also = also, To = to })
            : new ButtonReading.Refused(ButtonRefusal.NoSuchIncident);
    }
}

/// <summary>What a press turned out to be.</summary>
public abstract record ButtonReading
{
    private ButtonReading()
    {
    }

    /// <summary>One of our own buttons.</summary>
    public sealed record Understood(CardButton Button) : ButtonReading;

    /// <summary>A link was opened; there is nothing to do.</summary>
    public sealed record LinkOpened : ButtonReading;

    /// <summary>Nothing is done; the reason is shown to the clicker alone.</summary>
    public sealed record Refused(ButtonRefusal Reason) : ButtonReading;
}

/// <summary>Why a button cannot be obeyed.</summary>
public enum ButtonRefusal
{
    /// <summary>Its value is not of the present form.</summary>
    OldButton,

    /// <summary>Another installation wrote the card.</summary>
    OtherStack,

    /// <summary>There is no such incident, or no longer.</summary>
    NoSuchIncident,
}
