using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Maintenance;
using Incidents.Application.Store;
using Incidents.Domain.Maintenance;

namespace Incidents.Adapters.DynamoDb.Maintenance;

/// <summary>Maintenance windows in two items: those of now and later, which every alarm reads, and those that are over.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoMaintenanceStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : IMaintenanceStore
{
    private static readonly Book<IReadOnlyList<MaintenanceWindow>> Current = new(Keys.Maintenance, StoredFormat.Json.IReadOnlyListMaintenanceWindow, []);
    private static readonly Book<IReadOnlyList<MaintenanceWindow>> History = new(Keys.PastMaintenance, StoredFormat.Json.IReadOnlyListMaintenanceWindow, []);

    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<MaintenanceBook> Load(CancellationToken cancellation)
    {
        var (windows, revision) = await Current.Load(calls, cancellation);
        return new MaintenanceBook(windows, revision);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<MaintenanceWindow>> Past(CancellationToken cancellation) => (await History.Load(calls, cancellation)).Content;

    /// <inheritdoc />
    public async Task<SaveResult> Save(
        MaintenanceBook known, IReadOnlyList<MaintenanceWindow> windows, IReadOnlyList<MaintenanceWindow> over, CancellationToken cancellation)
    {
        if (over.Count == 0)
        {
            return await Current.Save(calls, windows, known.Revision, cancellation);
        }

        var (past, revision) = await History.Load(calls, cancellation);
        var history = History.Replace([.. over.Concat(past).Take(IMaintenanceStore.MostPast)], revision);
        return await calls.WriteTogether([Current.Replace(windows, known.Revision), history], cancellation) ? SaveResult.Saved : SaveResult.Conflict;
    }
}
