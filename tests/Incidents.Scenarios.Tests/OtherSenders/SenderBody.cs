namespace Incidents.Scenarios.Tests.OtherSenders;

/// <summary>Messages of other senders, as small as they can be and still be real.</summary>
internal static class SenderBody
{
    public static string Rds(string instance, string said = "Storage is running out.") =>
        $$"""{ "Event Source":"db-instance","Source ID":"{{instance}}","Source ARN":"arn:aws:rds:eu-west-1:123456789012:db:{{instance}}","Event Message":"{{said}}" }""";

    public static string CodeDeploy(string application, string state, string deployment = "d-1") => Event(
        "CodeDeploy Deployment State-change Notification", "aws.codedeploy", $$"""{ "application":"{{application}}","deploymentId":"{{deployment}}","deploymentGroup":"prod","state":"{{state}}" }""");

    public static string GuardDuty(string id, string severity, string instance = "checkout-web") => Event(
        "GuardDuty Finding",
        "aws.guardduty",
        $$"""
        { "id":"{{id}}","type":"Recon:EC2/PortProbeUnprotectedPort","severity":{{severity}},"title":"Port probe {{id}}","description":"d",
         "resource":{ "instanceDetails":{ "instanceId":"i-1","tags":[{ "key":"Name","value":"{{instance}}" }] } },"service":{ "archived":false } }
        """);

    private static string Event(string type, string source, string detail) =>
        $$"""{ "version":"0","id":"7bf73129","detail-type":"{{type}}","source":"{{source}}","account":"123456789012","time":"2026-09-14T03:12:00Z","region":"eu-west-1","resources":[],"detail":{{detail}} }""";
}
