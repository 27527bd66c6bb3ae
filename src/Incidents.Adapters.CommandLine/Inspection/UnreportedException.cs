using Incidents.Adapters.Aws;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>Thrown when a call to an AWS service fails, is denied or gets no answer.</summary>
/// <param name="action">As policies call it, such as `sns:ListSubscriptionsByTopic`.</param>
/// <param name="code">AWS's name of the error, or one of <see cref="AwsCallException.Code"/>; never anything of a credential.</param>
public sealed class UnreportedException(string action, string code, Exception? inner = null) : Exception($"{action}: {code}", inner)
{
    private static readonly string[] Denials = ["AccessDenied", "AccessDeniedException", "AuthorizationError", "AuthorizationErrorException", "UnauthorizedOperation"];

    private static readonly string[] Unknown =
        ["ExpiredToken", "ExpiredTokenException", "IncompleteSignature", "InvalidClientTokenId", "InvalidSignatureException", "MissingAuthenticationToken", "SignatureDoesNotMatch", "UnrecognizedClientException"];

    public string Action { get; } = action;

    public string Code { get; } = code;

    /// <summary>Whether the credentials lack the permission for the call.</summary>
    public bool IsDenied => Denials.Contains(Code);

    /// <summary>Whether no answer came at all.</summary>
    public bool IsSilence => Code is "no_answer" or "unreachable";

    /// <summary>Whether AWS rejects the credentials, so that every other call would fail too.</summary>
    public bool IsStranger => Code == "no_credentials" || Unknown.Contains(Code);
}
