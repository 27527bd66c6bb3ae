namespace Incidents.Functions.Tests.Template;

/// <summary>What CloudFormation would call the resources of a stack: recognisable, and each in the form its service gives.</summary>
internal static class Physical
{
    public const string Account = "123456789012";
    public const string Region = "eu-west-1";
    public const string Stack = "prod";

    /// <summary>How the ARNs of the stack's own managed policies begin.</summary>
    public const string OwnPolicies = $"arn:aws:iam::{Account}:policy/{Stack}-";

    public static string Ref(string name, string type) => type switch
    {
        "AWS::SNS::Topic" => Arn(name, type),
        "AWS::IAM::ManagedPolicy" => Arn(name, type),
        "AWS::SQS::Queue" => $"https://sqs.{Region}.amazonaws.com/{Account}/{Stack}-{name}",
        _ => $"{Stack}-{name}",
    };

    /// <summary>What SAM makes beside the API and a function that is published under an alias; null for what it does not.</summary>
    public static string? MadeBySam(string name, Func<string, bool> isFunction) => name switch
    {
        "ServerlessDeploymentApplication" => $"{Stack}-{name}",
        "Api.Stage" => "$default",
        _ when name.Split('.') is [var function, "Alias"] && isFunction(function) => $"{Arn(function, "AWS::Serverless::Function")}:live",
        _ when name.Split('.') is [var function, "Version"] && isFunction(function) => $"{Arn(function, "AWS::Serverless::Function")}:2",
        _ when name.EndsWith(Group, StringComparison.Ordinal) && isFunction(name[..^Group.Length]) => $"{Stack}-{name}",
        _ => null,
    };

    public static string Attribute(string name, string type, string attribute) => attribute switch
    {
        "Arn" => Arn(name, type),
        "QueueName" => $"{Stack}-{name}",
        "RegionalDomainName" => $"d-{name}.execute-api.{Region}.amazonaws.com",
        _ => throw new NotSupportedException($"!GetAtt {name}.{attribute}: say here what it gives."),
    };

    private const string Group = "DeploymentGroup";

    private static string Arn(string name, string type) => type switch
    {
        "AWS::SNS::Topic" => $"arn:aws:sns:{Region}:{Account}:{Stack}-{name}",
        "AWS::SQS::Queue" => $"arn:aws:sqs:{Region}:{Account}:{Stack}-{name}",
        "AWS::DynamoDB::Table" => $"arn:aws:dynamodb:{Region}:{Account}:table/{Stack}-{name}",
        "AWS::Logs::LogGroup" => $"arn:aws:logs:{Region}:{Account}:log-group:{Stack}-{name}:*",
        "AWS::Serverless::Function" => $"arn:aws:lambda:{Region}:{Account}:function:{Stack}-{name}",
        "AWS::Events::Rule" => $"arn:aws:events:{Region}:{Account}:rule/{Stack}-{name}",
        "AWS::S3::Bucket" => $"arn:aws:s3:::{Stack}-{name}",
        "AWS::CodeBuild::Project" => $"arn:aws:codebuild:{Region}:{Account}:project/{Stack}-{name}",
        "AWS::IAM::ManagedPolicy" => $"{OwnPolicies}{name}",
        "AWS::IAM::Role" => $"arn:aws:iam::{Account}:role/{Stack}-{name}",
        "AWS::CloudWatch::Alarm" or "AWS::CloudWatch::CompositeAlarm" => $"arn:aws:cloudwatch:{Region}:{Account}:alarm:{Stack}-{name}",
        _ => throw new NotSupportedException($"!GetAtt {name}.Arn: say here what the ARN of {type} looks like."),
    };
}
