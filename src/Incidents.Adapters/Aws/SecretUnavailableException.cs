namespace Incidents.Adapters.Aws;

/// <summary>A secret cannot be had. The message names its parameter and the fix.</summary>
public sealed class SecretUnavailableException : Exception
{
    private SecretUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal static SecretUnavailableException Missing(string name) => new(
        $"There is no parameter {name} in this account and region: make it with `aws ssm put-parameter --type SecureString --name {name} --value …`.");

    internal static SecretUnavailableException Unread(string name, Exception failure)
    {
        var code = failure is AwsCallException call ? call.Code : failure.GetType().Name;
        return new($"The parameter {name} could not be read: {code}. {Remedy(code, name)}", failure);
    }

    private static string Remedy(string code, string name) => code switch
    {
        "AccessDeniedException" => $"Allow ssm:GetParameters on {name} to the role this runs as.",
        "UnrecognizedClientException" or "ExpiredTokenException" or "InvalidSignatureException" or "no_credentials" => "Check the credentials and the clock of this process.",
        "no_answer" or "unreachable" => "Parameter Store did not answer in time: it is asked again, and if that goes on check that its endpoint can be reached.",
        _ => "It is asked again.",
    };
}
