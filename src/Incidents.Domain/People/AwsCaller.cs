namespace Incidents.Domain.People;

/// <summary>Who calls AWS, as STS tells it.</summary>
/// <param name="Arn">Such as `arn:aws:iam::123456789012:user/ada` or `arn:aws:sts::123456789012:assumed-role/ROLE/SESSION`.</param>
/// <remarks>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html</remarks>
public sealed record AwsCaller(string Arn)
{
    private const string OfIdentityCenter = "AWSReservedSSO_";

    /// <summary>The name of the IAM user, or of the session of a role: what people recognise. `root` for the root user.</summary>
    public string Name => Parts[^1];

    /// <summary>Whether the administrator of the account gives the name: that of an IAM user, or of a session of IAM Identity Center.</summary>
    /// <remarks>Any other session is called what the caller says: who may assume a role chooses its `RoleSessionName`, unless the role's trust policy holds them to one.</remarks>
    public bool HasGivenName => Parts is ["user", .., _] || (Parts is ["assumed-role", var role, _] && role.StartsWith(OfIdentityCenter, StringComparison.Ordinal));

    /// <summary>Whether these are the credentials that the configuration names: by their ARN, or by a name where that is given and not chosen.</summary>
    public bool Is(string named) => named.StartsWith("arn:", StringComparison.Ordinal) ? named == Arn : HasGivenName && named == Name;

    private string[] Parts => (Arn.Split(':', 6) is [.., var resource] ? resource : Arn).Split('/');
}
