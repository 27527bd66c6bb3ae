namespace Incidents.Adapters.Aws;

/// <summary>A service of AWS, by its three names.</summary>
/// <param name="Id">In the variable that leads elsewhere, such as `AWS_ENDPOINT_URL_SNS`.</param>
/// <param name="Signing">In the scope of a signature.</param>
/// <param name="Prefix">In the names of IAM actions; null when it is that of signatures.</param>
/// <param name="Host">Of its endpoint; null when it is that of signatures.</param>
/// <remarks>Ids: https://docs.aws.amazon.com/sdkref/latest/guide/ss-endpoints-table.html</remarks>
public sealed record AwsService(string Id, string Signing, string? Prefix = null, string? Host = null)
{
    public static AwsService CloudFormation { get; } = new("CLOUDFORMATION", "cloudformation");

    public static AwsService CloudWatch { get; } = new("CLOUDWATCH", "monitoring", Prefix: "cloudwatch");

    public static AwsService CodeDeploy { get; } = new("CODEDEPLOY", "codedeploy");

    public static AwsService DynamoDb { get; } = new("DYNAMODB", "dynamodb");

    public static AwsService Lambda { get; } = new("LAMBDA", "lambda");

    public static AwsService Mail { get; } = new("SESV2", "ses", Host: "email");

    public static AwsService Parameters { get; } = new("SSM", "ssm");

    public static AwsService Phone { get; } = new("PINPOINT_SMS_VOICE_V2", "sms-voice");

    public static AwsService Queues { get; } = new("SQS", "sqs");

    public static AwsService Tokens { get; } = new("STS", "sts");

    public static AwsService Topics { get; } = new("SNS", "sns");

    /// <summary>Where the service answers.</summary>
    /// <param name="environment">Gives a variable of the environment; null when it is not set.</param>
    /// <remarks>Order of the variables: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html</remarks>
    /// <exception cref="InvalidOperationException">A variable leads to no address; the message names it. What was meant for an emulator must not reach AWS.</exception>
    public AwsEndpoint In(string region, Func<string, string?> environment)
    {
        return Elsewhere(environment) is { } address
            ? new AwsEndpoint(address, region, Signing)
            : AwsEndpoint.Of(Signing, region, Host);
    }

    /// <summary>What is wrong with where the environment leads calls; null when nothing is.</summary>
    public static string? Misdirected(Func<string, string?> environment)
    {
        try
        {
            foreach (var service in (AwsService[])[CloudFormation, CloudWatch, CodeDeploy, DynamoDb, Lambda, Mail, Parameters, Phone, Queues, Tokens, Topics])
            {
                service.Elsewhere(environment);
            }

            return null;
        }
        catch (InvalidOperationException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>Where a variable of the environment leads calls instead of to AWS; null when none does.</summary>
    /// <exception cref="InvalidOperationException">It leads to no address; the message names it.</exception>
    public Uri? Elsewhere(Func<string, string?> environment)
    {
        if (string.Equals(environment("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (var variable in (string[])[$"AWS_ENDPOINT_URL_{Id}", "AWS_ENDPOINT_URL"])
        {
            if (environment(variable) is { Length: > 0 } text)
            {
                return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
                    ? address
                    : throw new InvalidOperationException($"The environment variable {variable} is no http or https address: write it like http://127.0.0.1:4566, or unset it.");
            }
        }

        return null;
    }

    /// <summary>As policies call it, such as `ses:GetAccount`.</summary>
    public string Action(string name) => $"{Prefix ?? Signing}:{name}";
}
