using System.Text;
using Amazon.DynamoDBv2.Model;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb;

/// <summary>The postmortem draft of an incident.</summary>
internal static class PostmortemItem
{
    private const int Around = 64;

    public static Change Write(IncidentNumber number, string markdown) => new Change(Keys.Postmortem(number))
        .Set(Names.Body, PackedText.Pack(Encoding.UTF8.GetBytes(CutText.Fit(markdown)), ItemSize.Unit - Around));

    public static string Read(Dictionary<string, AttributeValue> item) => Encoding.UTF8.GetString(PackedText.Unpack(item[Names.Body]));
}
