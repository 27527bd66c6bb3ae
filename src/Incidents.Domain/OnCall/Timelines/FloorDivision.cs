namespace Incidents.Domain.OnCall.Timelines;

/// <summary>Division that rounds down, so that counting goes on evenly below zero.</summary>
internal static class FloorDivision
{
    public static long Quotient(long number, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(number, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    public static int Remainder(long number, int divisor)
    {
        var remainder = (int)(number % divisor);
        return remainder < 0 ? remainder + divisor : remainder;
    }
}
