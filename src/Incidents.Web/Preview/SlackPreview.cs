using System.Text.Json;
using Incidents.Application.Slack;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Preview;

/// <summary>Stands in for Slack on one machine: takes what would be posted, shows it, and takes answers to presses by the same rules.</summary>
public sealed class SlackPreview : ISlackWebhook
{
    private const int MostMessages = 500;
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly PreviewFile? file;
    private readonly ResponseUrls responseUrls;
    private readonly List<PreviewMessage> messages;

    /// <param name="path">File that keeps the messages beyond the process; null keeps them in memory.</param>
    /// <param name="clock">When things arrive.</param>
    /// <param name="warn">Hears when the file cannot be written, which the preview goes on without.</param>
    /// <param name="mostBytes">Of the file; it keeps the newest.</param>
    public SlackPreview(string? path, TimeProvider clock, Action<string>? warn = null, long mostBytes = MostBytes)
    {
        this.clock = clock;
        file = path is null ? null : new PreviewFile(path, mostBytes, warn);
        responseUrls = new ResponseUrls(clock);
        messages = [.. (file?.Read() ?? []).TakeLast(MostMessages)];
    }

    /// <summary>All messages as they stand, oldest first; of very many the newest.</summary>
    public IReadOnlyList<PreviewMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>Completes when the file holds what is shown, or has refused it.</summary>
    public Task Written => file?.Written ?? Task.CompletedTask;

    /// <inheritdoc />
    public async Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var (payload, refusal) = PayloadCheck.Read(json);
        if (payload is not { } message)
        {
            return new DeliveryResult.Rejected(refusal!);
        }

        Add(channel, message);
        if (file is not null)
        {
            await file.WaitAMoment();
        }

        return new DeliveryResult.Delivered();
    }

    /// <inheritdoc />
    public async Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) =>
        await Respond(responseUrl.Segments[^1], json) is { } refusal ? new DeliveryResult.Rejected(refusal) : new DeliveryResult.Delivered();

    /// <summary>The message of that id; null when there is none, or no longer.</summary>
    public PreviewMessage? Find(int id) => Messages.FirstOrDefault(message => message.Id == id);

    /// <summary>What a press may answer with: good for five answers within thirty minutes.</summary>
    /// <param name="whisper">Where a button in a whisper was pressed, which one.</param>
    internal string OpenResponse(PreviewMessage message, string user, int? whisper = null) => responseUrls.Open(message.Id, user, whisper);

    /// <summary>Takes an answer to a press.</summary>
    /// <returns>Null when it is taken, else Slack's word for why not.</returns>
    internal async Task<string?> Respond(string token, ReadOnlyMemory<byte> json)
    {
        var (payload, refusal) = PayloadCheck.Read(json);
        if (payload is not { } answer)
        {
            return refusal;
        }

        if (responseUrls.Use(token) is not { } press)
        {
            return "used_url";
        }

        lock (gate)
        {
            var index = messages.FindIndex(message => message.Id == press.Message);
            if (index < 0)
            {
                return "message_not_found";
            }

            var replaces = answer.TryGetProperty("replace_original", out var replace) && replace.ValueKind == JsonValueKind.True;
            if (replaces && press.Whisper is { } whisper)
            {
                messages[index] = messages[index].Rephrase(whisper, answer);
            }
            else if (replaces)
            {
                messages[index] = messages[index].Replace(answer);
                file?.Append(messages[index], clock.Now());
            }
            else
            {
                messages[index] = messages[index] with { Whispers = messages[index].Whispers.Add(new EphemeralReply(press.User, answer)) };
            }
        }

        if (file is not null)
        {
            await file.WaitAMoment();
        }

        return null;
    }

    private void Add(string channel, JsonElement payload)
    {
        lock (gate)
        {
            var now = clock.Now();
            var message = new PreviewMessage((messages is [.., var last] ? last.Id : 0) + 1, channel, now, payload, [], []);
            messages.Add(message);
            if (messages.Count > MostMessages)
            {
                messages.RemoveAt(0);
            }

            file?.Append(message, now);
        }
    }
}
