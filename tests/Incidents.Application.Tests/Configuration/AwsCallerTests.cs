using Incidents.Domain.People;

namespace Incidents.Application.Tests.Configuration;

public sealed class AwsCallerTests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/ada", "ada", true)]
    [InlineData("arn:aws:iam::123456789012:user/division/ops/ada", "ada", true)]
    [InlineData("arn:aws-cn:iam::123456789012:user/ada", "ada", true)]
    [InlineData("arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_OnCall_0123456789abcdef/ada@example.com", "ada@example.com", true)]
    [InlineData("arn:aws:sts::123456789012:assumed-role/OnCall/ada", "ada", false)]
    [InlineData("arn:aws:sts::123456789012:assumed-role/my-AWSReservedSSO_OnCall/ada", "ada", false)]
    [InlineData("arn:aws:sts::123456789012:federated-user/ada", "ada", false)]
    [InlineData("arn:aws:iam::123456789012:root", "root", false)]
    [InlineData("arn:aws:iam::123456789012:user", "user", false)]
    [InlineData("no arn", "no arn", false)]
    public void V28_Caller_ByArn_HasTheNamePeopleKnow_WhichCountsOnlyWhereItIsGiven(string arn, string name, bool isGiven)
    {
        var caller = new AwsCaller(arn);

        Assert.Equal((name, isGiven), (caller.Name, caller.HasGivenName));
    }
}
