namespace Incidents.Import.Calendars;

/// <summary>How many times all events of a file may come, past ones included, so that a file with many endless rules is answered within seconds.</summary>
internal sealed class RepeatBudget
{
    public const int Most = 100_000;

    private int left = Most;

    public bool Take() => --left >= 0;
}
