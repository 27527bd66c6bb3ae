namespace Incidents.Cli.Tests.Doctor.Stack;

/// <summary>What AWS answers about a stack that wants nothing, in the forms its API references give.</summary>
internal static class HealthyStack
{
    public const string AlarmTopic = "arn:aws:sns:eu-west-1:123456789012:incidents-AlarmTopic-1A2B";
    public const string FallbackTopic = "arn:aws:sns:eu-west-1:123456789012:incidents-FallbackTopic-1A2B";

    /// <returns>Null for what no healthy account is asked.</returns>
    public static string? Answer(string action, string request, Uri api) => action switch
    {
        "DescribeStacks" => Stack(api),
        "ListStackResources" => Resources,
        "ListSubscriptionsByTopic" => Subscribed(request.Contains("FallbackTopic", StringComparison.Ordinal) ? ("email", $"{FallbackTopic}:1") : ("lambda", $"{AlarmTopic}:1")),
        "GetTopicAttributes" => Guarded(),
        "GetParameters" => request.Contains("\"WithDecryption\":true", StringComparison.Ordinal) ? Decrypted : Parameters,
        "GetMetricStatistics" => request.Contains("\"Errors\"", StringComparison.Ordinal) ? """{"Label":"Errors","Datapoints":[]}""" : """{"Label":"Invocations","Datapoints":[{"Timestamp":1763759280.0,"Sum":8.0,"Unit":"Count"},{"Timestamp":1763759340.0,"Sum":6.0,"Unit":"Count"}]}""",
        "DescribeAlarms" => Alarms,
        "DescribeTable" => """{"Table":{"TableName":"incidents-IncidentTable-1A2B","TableStatus":"ACTIVE","DeletionProtectionEnabled":true}}""",
        "DescribeContinuousBackups" => """{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED"}}}""",
        "GetQueueAttributes" => """{"Attributes":{"ApproximateNumberOfMessages":"0"}}""",
        "DescribeAccountAttributes" => """{"AccountAttributes":[{"Name":"ACCOUNT_TIER","Value":"PRODUCTION"},{"Name":"DEFAULT_PROTECT_CONFIGURATION_ID","Value":"x"}]}""",
        "DescribeSpendLimits" => """{"SpendLimits":[{"EnforcedLimit":50,"MaxLimit":50,"Name":"TEXT_MESSAGE_MONTHLY_SPEND_LIMIT","Overridden":false},{"EnforcedLimit":50,"MaxLimit":50,"Name":"VOICE_MESSAGE_MONTHLY_SPEND_LIMIT","Overridden":false}]}""",
        "GetItem" => "{}",
        "GetAccount" => """{"EnforcementStatus":"HEALTHY","ProductionAccessEnabled":true,"SendingEnabled":true}""",
        "Press" => "",
        _ => null,
    };

    /// <param name="more">Statements beside the template's own, each followed by a comma.</param>
    public static string Guarded(string more = "") => $$$"""
        <GetTopicAttributesResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><GetTopicAttributesResult><Attributes>
          <entry><key>Owner</key><value>123456789012</value></entry>
          <entry><key>Policy</key><value>{{{System.Security.SecurityElement.Escape($$"""
            {"Version":"2012-10-17","Statement":[{{more}}
              {"Sid":"AlarmsOfThisAccount","Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":"SNS:Publish","Resource":"*"},
              {"Sid":"DenyOtherPublishers","Effect":"Deny","Principal":"*","Action":"SNS:Publish","Resource":"*"}]}
            """)}}}</value></entry>
        </Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>
        """;

    private const string Decrypted = """{"Parameters":[{"Name":"/incidents/incidents/slack-signing-secret","Type":"SecureString","Value":"8f742231b10e8888abcd99yyyzzz85a5"}],"InvalidParameters":[]}""";

    private const string Parameters = """
        {"Parameters":[
          {"Name":"/incidents/incidents/slack-webhook","Type":"SecureString","Value":"AQICAHh0canary"},
          {"Name":"/incidents/incidents/slack-signing-secret","Type":"SecureString","Value":"AQICAHh1canary"},
          {"Name":"/incidents/incidents/ada-ntfy","Type":"SecureString","Value":"AQICAHh2canary"}
        ],"InvalidParameters":[]}
        """;

    private const string Alarms = $$"""
        {"MetricAlarms":[
          {"AlarmName":"incidents-tick-dead","AlarmArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:incidents-tick-dead","AlarmDescription":"Dead. Runbook: pager-tick-dead.md","ActionsEnabled":true,"AlarmActions":["{{FallbackTopic}}"],"OKActions":["{{FallbackTopic}}"],"StateValue":"OK"},
          {"AlarmName":"checkout-5xx","AlarmArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-5xx","ActionsEnabled":true,"AlarmActions":["{{AlarmTopic}}"],"OKActions":["{{AlarmTopic}}"],"StateValue":"OK"}
        ],"CompositeAlarms":[
          {"AlarmName":"incidents-pager-unwell","AlarmArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:incidents-pager-unwell","AlarmRule":"ALARM(incidents-tick-dead)","ActionsEnabled":true,"AlarmActions":["{{AlarmTopic}}"],"OKActions":["{{AlarmTopic}}"],"StateValue":"OK"}
        ]}
        """;

    private const string Resources = $"""
        <ListStackResourcesResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><ListStackResourcesResult><StackResourceSummaries>
          <member><LogicalResourceId>AlarmTopic</LogicalResourceId><PhysicalResourceId>{AlarmTopic}</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>
          <member><LogicalResourceId>FallbackTopic</LogicalResourceId><PhysicalResourceId>{FallbackTopic}</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>
          <member><LogicalResourceId>Tick</LogicalResourceId><PhysicalResourceId>incidents-Tick-1A2B</PhysicalResourceId><ResourceStatus>UPDATE_COMPLETE</ResourceStatus></member>
          <member><LogicalResourceId>IncidentTable</LogicalResourceId><PhysicalResourceId>incidents-IncidentTable-1A2B</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>
          <member><LogicalResourceId>AlarmRetryQueue</LogicalResourceId><PhysicalResourceId>https://sqs.eu-west-1.amazonaws.com/123456789012/retry</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>
          <member><LogicalResourceId>AlarmParkedQueue</LogicalResourceId><PhysicalResourceId>https://sqs.eu-west-1.amazonaws.com/123456789012/parked</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>
          <member><LogicalResourceId>TickDeadAlarm</LogicalResourceId><PhysicalResourceId>incidents-tick-dead</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>
          <member><LogicalResourceId>PagerUnwellAlarm</LogicalResourceId><PhysicalResourceId>incidents-pager-unwell</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>
          <member><LogicalResourceId>OldAlarm</LogicalResourceId><PhysicalResourceId>incidents-old</PhysicalResourceId><ResourceStatus>DELETE_COMPLETE</ResourceStatus></member>
        </StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>
        """;

    private static string Stack(Uri api) => $"""
        <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
          <StackName>incidents</StackName><StackStatus>UPDATE_COMPLETE</StackStatus>
          <Parameters>
            <member><ParameterKey>SlackWebhookParameter</ParameterKey><ParameterValue>/incidents/slack-webhook</ParameterValue></member>
            <member><ParameterKey>SlackSigningSecretParameter</ParameterKey><ParameterValue>/incidents/slack-signing-secret</ParameterValue></member>
            <member><ParameterKey>PreviousSlackSigningSecretParameter</ParameterKey><ParameterValue/></member>
            <member><ParameterKey>EmailIdentityArns</ParameterKey><ParameterValue>arn:aws:ses:eu-west-1:123456789012:identity/example.com</ParameterValue></member>
            <member><ParameterKey>PhoneOriginationArns</ParameterKey><ParameterValue>arn:aws:sms-voice:eu-west-1:123456789012:phone-number/x</ParameterValue></member>
            <member><ParameterKey>AlarmEvents</ParameterKey><ParameterValue>off</ParameterValue></member>
          </Parameters>
          <Outputs>
            <member><OutputKey>AlarmTopicArn</OutputKey><OutputValue>{AlarmTopic}</OutputValue></member>
            <member><OutputKey>FallbackTopicArn</OutputKey><OutputValue>{FallbackTopic}</OutputValue></member>
            <member><OutputKey>ApiUrl</OutputKey><OutputValue>{api}</OutputValue></member>
            <member><OutputKey>SlackRequestUrl</OutputKey><OutputValue>{api}slack/interactions</OutputValue></member>
          </Outputs>
        </member></Stacks></DescribeStacksResult></DescribeStacksResponse>
        """;

    public static string Subscribed(params IEnumerable<(string Protocol, string Arn)> subscriptions) => $"""
        <ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult><Subscriptions>
          {string.Concat(subscriptions.Select(s => $"<member><Protocol>{s.Protocol}</Protocol><SubscriptionArn>{s.Arn}</SubscriptionArn><Endpoint>somebody@example.com</Endpoint></member>"))}
        </Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>
        """;
}
