using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Domain.Maintenance;

namespace Incidents.Adapters.DynamoDb.Maintenance;

/// <summary>Maintenance windows as the body of an item.</summary>
internal static class WindowsBody
{
    private const int Around = 64;

    public static AttributeValue Pack(IReadOnlyList<MaintenanceWindow> windows) =>
        PackedText.Pack(JsonSerializer.SerializeToUtf8Bytes(windows, StoredFormat.Json.IReadOnlyListMaintenanceWindow), ItemSize.Unit - Around);

    public static IReadOnlyList<MaintenanceWindow> Unpack(AttributeValue body) =>
        JsonSerializer.Deserialize(PackedText.Unpack(body), StoredFormat.Json.IReadOnlyListMaintenanceWindow) ?? [];
}
