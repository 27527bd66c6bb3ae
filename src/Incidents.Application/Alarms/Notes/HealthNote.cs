using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>
/// An event of the AWS platform. Its parts and updates share a communication id; region and account are those it affects, not
/// those of the event around it. Only the status says whether it is over: the text may say RESOLVED while it is open.
/// </summary>
internal static class HealthNote
{
    public static ParsedMessage.Note Read(JsonElement root, JsonElement detail, string identity)
    {
        var service = detail.Text("service");
        var what = detail.Text("eventTypeCode")?.Replace('_', ' ');
        var account = detail.Text("affectedAccount") ?? root.Text("account");
        var key = detail.Text("communicationId") ?? detail.Text("eventArn") ?? identity;
        return NoteText.Create(
            NoteKind.Health,
            $"AWS Health: {what} in {detail.Text("eventRegion") ?? root.Text("region")}",
            DescriptionOf(detail),
            $"{account}:{key}",
            service,
            detail.Text("statusCode") == "closed" ? Disposition.Ignore : Disposition.OpenLow) with
        {
            Names = NoteText.Named([service, .. detail.Field("affectedEntities").Items().Select(entity => Arn.Name(entity.Text("entityValue")))]),
        };
    }

    private static string DescriptionOf(JsonElement detail) =>
        detail.Field("eventDescription").Items().Select(item => item.Text("latestDescription")).FirstOrDefault() ?? "";
}
