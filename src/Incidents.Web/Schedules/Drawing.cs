using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Web.Schedules;

/// <summary>A schedule over some time as lanes of strips: overrides, who is on call, then the layers, the one that goes before the others first.</summary>
/// <param name="Height">Of all lanes together.</param>
/// <param name="Lanes">What they show, from the top.</param>
internal sealed record Drawing(IReadOnlyList<Strip> Strips, decimal Height, IReadOnlyList<string> Lanes)
{
    private const decimal Thin = 4;
    private const decimal Thick = 12;
    private const decimal Between = 3;

    public static Drawing Of(OnCallSchedule schedule, IReadOnlyList<Segment> final, PersonColours colours, Instant from, Instant to)
    {
        var (strips, lanes, y) = (new List<Strip>(), new List<string>(), 0m);
        var overrides = schedule.Definition.Overrides.Where(one => one.From < to && one.To > from && one.From < one.To).ToArray();
        if (overrides.Length > 0)
        {
            Lane("overrides", Thin, overrides.Select(one => new Strip(one.From, one.To, "override", y, Thin)));
        }

        Lane("on call", Thick, final.SelectMany(segment => segment.IsGap ? [new Strip(segment.From, segment.To, "gap", y, Thick)] : Shares(segment, y, Thick, "", colours)));

        // One layer without exceptions is what is on call: drawn twice it would only look like more.
        if (schedule.Definition.Layers.Count > 1 || overrides.Length > 0)
        {
            foreach (var layer in ByPrecedence(schedule, from, to))
            {
                Lane($"layer {layer.Name}", Thin, layer.Alone.SelectMany(segment => Shares(segment, y, Thin, " under", colours)).Concat(layer.Counted.SelectMany(segment => Shares(segment, y, Thin, "", colours))));
            }
        }

        return new(strips, y - Between, lanes);

        void Lane(string name, decimal height, IEnumerable<Strip> drawn)
        {
            strips.AddRange(drawn);
            lanes.Add(name);
            y += height + Between;
        }
    }

    private static IEnumerable<LayerRow> ByPrecedence(OnCallSchedule schedule, Instant from, Instant to) =>
        schedule.Calendar.Layers(from, to)
            .Select((row, position) => (Row: row, Priority: schedule.Definition.Layers[position].Priority ?? position))
            .OrderByDescending(layer => layer.Priority)
            .Select(layer => layer.Row);

    /// <summary>Gives people who are on call at once equal shares of the lane's height.</summary>
    private static IEnumerable<Strip> Shares(Segment segment, decimal y, decimal height, string manner, PersonColours colours) =>
        segment.People.Select((person, index) => new Strip(
            segment.From, segment.To, colours.Of(person) + manner, y + (height * index / segment.People.Count), height / segment.People.Count));
}
