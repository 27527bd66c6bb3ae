namespace Incidents.Application.Slack.Inbound;

/// <summary>Why a request to the Slack endpoint was turned away unread. The caller learns only the status.</summary>
public enum SlackRefusal
{
    /// <summary>Not a POST.</summary>
    NotPost,

    /// <summary>More than <see cref="SlackRequestVerifier.LargestBody"/> bytes.</summary>
    TooLarge,

    /// <summary>The content type is not `application/x-www-form-urlencoded`, or the body is compressed.</summary>
    NotAPlainForm,

    /// <summary>The gateway called the body base64 and it is not.</summary>
    BrokenBase64,

    /// <summary>The signature or the timestamp is missing, empty or there more than once.</summary>
    NotSigned,

    /// <summary>The signature is not `v0=` and 64 lower-case hex digits.</summary>
    MalformedSignature,

    /// <summary>The timestamp is not a run of ASCII digits.</summary>
    MalformedTimestamp,

    /// <summary>Signed more than 300 seconds ago, or ahead.</summary>
    OutsideTimeWindow,

    /// <summary>Signed with none of our secrets, or over another body.</summary>
    ForeignSignature,
}

/// <summary>The HTTP status of each refusal.</summary>
public static class SlackRefusals
{
    /// <summary>Status to answer with, and an empty body.</summary>
    public static int Status(this SlackRefusal refusal) => refusal switch
    {
        SlackRefusal.NotPost => 405,
        SlackRefusal.TooLarge => 413,
        SlackRefusal.NotAPlainForm => 415,
        _ => 401,
    };
}
