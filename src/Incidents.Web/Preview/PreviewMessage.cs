using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace Incidents.Web.Preview;

/// <summary>A message in the preview, with what it showed before.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="Channel">Name of the webhook it was posted to.</param>
/// <param name="At">When it was posted.</param>
/// <param name="Payload">What it shows now.</param>
/// <param name="Replaced">What it showed before, oldest first.</param>
/// <param name="Whispers">What was said to one person alone, below this message. Gone with the process, as in Slack with a reload.</param>
public sealed record PreviewMessage(int Id, string Channel, Instant At, JsonElement Payload, ImmutableList<JsonElement> Replaced, ImmutableList<EphemeralReply> Whispers)
{
    /// <summary>Slack's id of a message within its channel: seconds and microseconds, never the same twice.</summary>
    public string Ts => $"{At.ToUnixTimeSeconds()}.{Id:D6}";

    /// <summary>What it shows, or what was said to one person below it; null when there is no such whisper.</summary>
    internal JsonElement? Shown(int? whisper) => whisper is not { } index ? Payload : index >= 0 && index < Whispers.Count ? Whispers[index].Payload : null;

    /// <summary>The same with something else said in place of a whisper, as an answer to a press in it.</summary>
    internal PreviewMessage Rephrase(int whisper, JsonElement payload) => this with { Whispers = Whispers.SetItem(whisper, Whispers[whisper] with { Payload = payload }) };

    internal PreviewMessage Replace(JsonElement payload) =>
        this with { Payload = payload, Replaced = (Replaced.Count < MostReplaced ? Replaced : Replaced.RemoveAt(0)).Add(Payload) };

    private const int MostReplaced = 50;
}

/// <summary>A message only one person sees.</summary>
/// <param name="To">Their Slack id.</param>
public sealed record EphemeralReply(string To, JsonElement Payload);
