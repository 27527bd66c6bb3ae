using Incidents.Application.Reading;
using Incidents.Application.Store;

namespace Incidents.Web.Lists;

/// <summary>Where a page of the list ended: somewhere among the open incidents, or in the history below them.</summary>
public sealed record ListPlace(HistoryCursor Cursor, bool AmongOpen)
{
    private const string OpenMark = "o";

    public string Write() => (AmongOpen ? OpenMark : "") + IncidentCursor.Write(Cursor);

    public static ListPlace? Read(string? text)
    {
        var open = text?.StartsWith(OpenMark, StringComparison.Ordinal) == true;
        return text is not null && IncidentCursor.TryRead(open ? text[OpenMark.Length..] : text, out var cursor) ? new ListPlace(cursor, open) : null;
    }
}
