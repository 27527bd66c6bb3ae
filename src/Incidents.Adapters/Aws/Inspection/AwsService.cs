namespace Incidents.Adapters.Aws.Inspection;

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

    public static AwsService DynamoDb { get; } = new("DYNAMODB", "dynamodb");

    public static AwsService Mail { get; } = new("SESV2", "ses", Host: "email");

    public static AwsService Parameters { get; } = new("SSM", "ssm");

    public static AwsService Phone { get; } = new("PINPOINT_SMS_VOICE_V2", "sms-voice");

    public static AwsService Queues { get; } = new("SQS", "sqs");

    public static AwsService Topics { get; } = new("SNS", "sns");

    /// <summary>Where the service answers.</summary>
    /// <param name="environment">Gives a variable of the environment; null when it is not set.</param>
    /// <remarks>Order of the variables: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html</remarks>
    public AwsEndpoint In(string region, Func<string, string?> environment)
    {
        var elsewhere = environment("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") == "true" ? null : environment($"AWS_ENDPOINT_URL_{Id}") ?? environment("AWS_ENDPOINT_URL");
        return Uri.TryCreate(elsewhere, UriKind.Absolute, out var address) ? new AwsEndpoint(address, region, Signing) : AwsEndpoint.Of(Signing, region, Host);
    }

    /// <summary>As policies call it, such as `ses:GetAccount`.</summary>
    public string Action(string name) => $"{Prefix ?? Signing}:{name}";
}
