namespace Incidents.Cli.Doctor;

/// <summary>What to ask AWS about a deployed stack, and what the answer should be. Nothing here asks.</summary>
internal static class StackQuestions
{
    public static IEnumerable<string> Lines(string stack) =>
    [
        $"AWS is not asked by this version: nothing of the stack {stack} has been checked. Ask yourself:",
        .. Questions(stack).SelectMany(question => new[] { "", question.Expected, $"  {question.Command}" }),
    ];

    private static (string Expected, string Command)[] Questions(string stack) =>
    [
        ("The stack is CREATE_COMPLETE or UPDATE_COMPLETE; its outputs name the topics below:", $"aws cloudformation describe-stacks --stack-name {stack} --query 'Stacks[0].[StackStatus,Outputs]'"),
        ("Both secrets are there as SecureString and the last list is empty (values are not shown):", "aws ssm get-parameters --names /incidents/slack-webhook /incidents/slack-signing-secret --query '[Parameters[].[Name,Type],InvalidParameters]'"),
        ("No subscription of the alarm topic is PendingConfirmation:", "aws sns list-subscriptions-by-topic --topic-arn <AlarmTopicArn> --query 'Subscriptions[].[Protocol,SubscriptionArn]'"),
        ("Somebody is subscribed to the fallback topic, and none is PendingConfirmation:", "aws sns list-subscriptions-by-topic --topic-arn <FallbackTopicArn> --query 'Subscriptions[].[Protocol,SubscriptionArn]'"),
        ("Texts and calls: ACCOUNT_TIER is PRODUCTION, not SANDBOX:", "aws pinpoint-sms-voice-v2 describe-account-attributes"),
        ("Texts and calls: the enforced monthly limits leave room for a bad month:", "aws pinpoint-sms-voice-v2 describe-spend-limits"),
        ("Mails: production access is true:", "aws sesv2 get-account --query ProductionAccessEnabled"),
        ("The alarms that lead here:", "aws cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm --output json | ./incidents alarms coverage - --topic <AlarmTopicArn>"),
    ];
}
