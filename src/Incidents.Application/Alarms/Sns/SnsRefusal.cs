namespace Incidents.Application.Alarms.Sns;

/// <summary>Why a delivery over HTTP is turned away.</summary>
public enum SnsRefusal
{
    /// <summary>More bytes than an envelope has.</summary>
    TooLarge,

    /// <summary>Neither text/plain nor application/json, or compressed.</summary>
    ContentType,

    /// <summary>Raw message delivery: it carries no signature. Turn it off for this subscription.</summary>
    RawDelivery,

    /// <summary>The body is no envelope of SNS.</summary>
    NotAnEnvelope,

    /// <summary>The topic is not on the list. SNS signs for topics of every account.</summary>
    ForeignTopic,

    /// <summary>Headers are missing, or say something else than the signed body.</summary>
    HeadersDisagree,

    /// <summary>No signature.</summary>
    NotSigned,

    /// <summary>A signature version other than 1 and 2.</summary>
    SignatureVersion,

    /// <summary>The certificate's address is not one AWS uses for the topic's region.</summary>
    CertificateUrl,

    /// <summary>A confirmation whose link does not lead to SNS in the topic's region.</summary>
    SubscribeUrl,

    /// <summary>Published longer ago than SNS goes on trying, or ahead of our clock: a replay.</summary>
    OutsideTimeWindow,

    /// <summary>The certificate cannot be had now: the sender shall try again.</summary>
    CertificateUnavailable,

    /// <summary>The certificate is expired, not yet valid, or no RSA certificate of 2,048 bits.</summary>
    Certificate,

    /// <summary>Signed by another key, or changed since.</summary>
    ForeignSignature,
}

/// <summary>The HTTP status of each refusal.</summary>
public static class SnsRefusals
{
    /// <summary>
    /// Status to answer with, and an empty body. A 4xx is final for SNS and loses the message, so what may pass is a 503.
    /// </summary>
    public static int Status(this SnsRefusal refusal) => refusal switch
    {
        SnsRefusal.TooLarge => 413,
        SnsRefusal.ContentType => 415,
        SnsRefusal.NotAnEnvelope or SnsRefusal.HeadersDisagree => 400,
        SnsRefusal.RawDelivery or SnsRefusal.NotSigned => 401,
        SnsRefusal.CertificateUnavailable => 503,
        _ => 403,
    };
}
