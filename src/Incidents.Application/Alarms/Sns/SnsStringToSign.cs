using System.Text;

namespace Incidents.Application.Alarms.Sns;

/// <summary>The text an SNS signature covers: names and values in byte order of the names, each followed by a newline.</summary>
/// <remarks>https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html</remarks>
public static class SnsStringToSign
{
    /// <summary>The canonical text of a message, ending in a newline.</summary>
    public static string Of(SnsHttpMessage message)
    {
        var confirms = message.Type != SnsHttpMessage.NotificationType;
        var text = new StringBuilder();
        Add("Message", message.Message);
        Add("MessageId", message.MessageId);
        Add("Subject", confirms ? null : message.Subject);
        Add("SubscribeURL", confirms ? message.SubscribeUrl : null);
        Add("Timestamp", message.Timestamp);
        Add("Token", confirms ? message.Token : null);
        Add("TopicArn", message.TopicArn);
        Add("Type", message.Type);
        return text.ToString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                text.Append(name).Append('\n').Append(value).Append('\n');
            }
        }
    }
}
