using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Application.Maintenance;
using Incidents.Application.Store;
using Incidents.Domain.Maintenance;

namespace Incidents.Adapters.DynamoDb.Maintenance;

/// <summary>Maintenance windows in two items: those of now and later, which every alarm reads, and those that are over.</summary>
/// <param name="meter">Adds up what the calls cost; null when nobody wants to know.</param>
public sealed class DynamoMaintenanceStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : IMaintenanceStore
{
    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<MaintenanceBook> Load(CancellationToken cancellation) => Read(await calls.Get(Keys.Maintenance, cancellation));

    /// <inheritdoc />
    public async Task<IReadOnlyList<MaintenanceWindow>> Past(CancellationToken cancellation) => Read(await calls.Get(Keys.PastMaintenance, cancellation)).Windows;

    /// <inheritdoc />
    public async Task<SaveResult> Save(
        MaintenanceBook known, IReadOnlyList<MaintenanceWindow> windows, IReadOnlyList<MaintenanceWindow> over, CancellationToken cancellation)
    {
        var current = Write(Keys.Maintenance, windows, known.Revision);
        if (over.Count == 0)
        {
            return (await calls.Write(current, cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;
        }

        var past = Read(await calls.Get(Keys.PastMaintenance, cancellation));
        var history = Write(Keys.PastMaintenance, [.. over.Concat(past.Windows).Take(IMaintenanceStore.MostPast)], past.Revision);
        return await calls.WriteTogether([current, history], cancellation) ? SaveResult.Saved : SaveResult.Conflict;
    }

    private static MaintenanceBook Read(Dictionary<string, AttributeValue>? item) =>
        item is null ? MaintenanceBook.Empty : item.ReadAs(i => new MaintenanceBook(WindowsBody.Unpack(i[Names.Body]), i.NumberOrNull(Names.Revision) ?? 0));

    private static Change Write(ItemKey key, IReadOnlyList<MaintenanceWindow> windows, long known) =>
        Change.OfBook(key, known, WindowsBody.Pack(windows));
}
