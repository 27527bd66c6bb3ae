using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb.Operations;

/// <summary>Keeps the one item that names the children of open composites.</summary>
internal sealed class Composites(TableCalls calls, TimeProvider clock)
{
    private const int MostAttempts = 10;

    public Task Expect(IncidentNumber number, IReadOnlyCollection<DedupKey> children, CancellationToken cancellation) =>
        Replace(known => children.All(child => known.ParentOf(child) == number) ? known : known.With(children, number), cancellation);

    public Task Forget(IncidentNumber number, CancellationToken cancellation) =>
        Replace(known => known.Parents.ContainsValue(number) ? known.Without(number) : known, cancellation);

    private async Task Replace(Func<ExpectedChildren, ExpectedChildren> change, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var known = await calls.Get(Keys.Composites, cancellation) is { } item ? ExpectedChildren.Read(item) : ExpectedChildren.None;
            var wanted = change(known);
            if (ReferenceEquals(wanted, known) || (await calls.Write(wanted.Replace(), cancellation)).Done)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), clock, cancellation);
        }

        throw new StoreUnavailableException($"the children of composite alarms were changed by others {MostAttempts} times in a row (table {calls.Table})");
    }
}
