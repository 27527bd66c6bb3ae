using System.Collections.Concurrent;
using System.Text;
using Amazon.Lambda.SQSEvents;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Time;
using Incidents.Functions;

namespace Incidents.Cli.Up;

/// <summary>The retry queue on one machine: a folder with a file for each message, tried again every minute until it succeeds.</summary>
/// <remarks>A file is written under another name, forced to the disk and then renamed: what a crash or a full disk left half is never read, and goes.</remarks>
internal sealed class LocalRetries(string folder, TimeProvider clock) : IAlarmRetries
{
    private const string Done = ".json";
    private const int MostAtOnce = 50;

    private readonly ConcurrentDictionary<string, bool> underWay = new();

    /// <inheritdoc />
    public async Task Put(string body, CancellationToken cancellation)
    {
        var name = Path.Combine(folder, $"{clock.Now().ToUnixTimeTicks():D20}-{Guid.NewGuid():N}");
        underWay[name] = true;
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = new FileStream(name, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes(body), cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(name, name + Done);
        }
        catch (Exception failure)
        {
            Remove(name);
            if (failure is IOException or UnauthorizedAccessException)
            {
                throw new NotKeptException($"{folder} cannot be written: {failure.Message}", failure);
            }

            throw;
        }
        finally
        {
            underWay.TryRemove(name, out _);
        }
    }

    /// <summary>Hands the oldest messages to the function as SQS would, and forgets those it did not fail on.</summary>
    /// <param name="context">The Lambda context of the invocation.</param>
    public async Task TryAgain(RetryAlarmFunction function, LocalContext context, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var half in Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(Done, StringComparison.Ordinal) && !underWay.ContainsKey(file)))
        {
            Remove(half);
        }

        var batch = new SQSEvent { Records = [] };
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Done}").Order(StringComparer.Ordinal))
        {
            if (batch.Records.Count == MostAtOnce)
            {
                break;
            }

            try
            {
                batch.Records.Add(new SQSEvent.SQSMessage { MessageId = file, Body = await File.ReadAllTextAsync(file, cancellation) });
            }
            catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
            {
                context.LogLine($"{file} cannot be read, and the others are tried all the same: {unread.Message}");
            }
        }

        if (batch.Records.Count == 0)
        {
            return;
        }

        var failed = (await function.RetryAlarm(batch, context)).BatchItemFailures.Select(f => f.ItemIdentifier).ToHashSet();
        foreach (var record in batch.Records.Where(r => !failed.Contains(r.MessageId)))
        {
            File.Delete(record.MessageId);
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception stays) when (stays is IOException or UnauthorizedAccessException)
        {
            // It is not read, and goes in another minute.
        }
    }
}
