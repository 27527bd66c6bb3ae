using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb.Operations;

/// <summary>Numbers from a block that this process has to itself, so that most incidents open without asking for one.</summary>
/// <remarks>What is left of a block when the process ends is never used.</remarks>
/// <param name="block">How many it takes at once.</param>
internal sealed class NumberLease(TableCalls calls, int block = NumberLease.Usual)
{
    /// <summary>What a process takes that opens many.</summary>
    public const int Usual = 20;

    private readonly Lock gate = new();
    private Task<Block>? current;

    public async Task<IncidentNumber> Next(CancellationToken cancellation)
    {
        while (true)
        {
            // Several callers may await one lease, so the cancellation of one does not cancel it for the others.
            Task<Block> lease;
            lock (gate)
            {
                lease = current is null or { IsFaulted: true } or { IsCompletedSuccessfully: true, Result.IsUsedUp: true } ? current = Lease() : current;
            }

            if ((await lease.WaitAsync(cancellation)).TryTake(out var number))
            {
                return number;
            }
        }
    }

    private async Task<Block> Lease()
    {
        var leased = await calls.Write(new WriteRequestBuilder(Keys.Counter).Add(AttributeNames.Counter, block), CancellationToken.None);
        return new Block(checked((int)leased.Item!.NumberOrNull(AttributeNames.Counter)!.Value), block);
    }

    private sealed class Block(int last, int size)
    {
        private int taken = last - size;

        public bool IsUsedUp => Volatile.Read(ref taken) >= last;

        public bool TryTake(out IncidentNumber number)
        {
            number = new IncidentNumber(Interlocked.Increment(ref taken));
            return number.Value <= last;
        }
    }
}
