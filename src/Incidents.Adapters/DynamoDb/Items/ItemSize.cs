using System.Text;
using Amazon.DynamoDBv2.Model;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>Size of an item as DynamoDB counts it: names and values in UTF-8, numbers at half a byte a digit.</summary>
internal static class ItemSize
{
    /// <summary>What one write unit pays for, in bytes.</summary>
    public const int Unit = 1024;

    public static int Of(IEnumerable<KeyValuePair<string, AttributeValue>> item) => item.Sum(a => Encoding.UTF8.GetByteCount(a.Key) + Of(a.Value));

    public static int UnitsOf(int size) => (size + Unit - 1) / Unit;

    public static int Of(AttributeValue value) => value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { N: { } number } => (number.Length + 1) / 2 + 1,
        { B: { } bytes } => (int)bytes.Length,
        _ => throw new InvalidOperationException("items hold texts, numbers and binaries only"),
    };
}
