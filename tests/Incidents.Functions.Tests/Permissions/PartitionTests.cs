using Incidents.Adapters.DynamoDb.Calendars;
using Incidents.Adapters.DynamoDb.Configurations;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Configuration.Versions;
using Incidents.Functions.Tests.Template;
using NodaTime;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>A function writes what it has to, and neither who is on call nor who may read calendars.</summary>
public class PartitionTests
{
    private static readonly string Table = Physical.Attribute("IncidentTable", "AWS::DynamoDB::Table", "Arn");

    public static TheoryData<string> Names => LambdaMethods.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task V37_Role_WhenItsFunctionWrites_AllowsEachPartition_AndNoneThatPeopleSet(string function)
    {
        await using var stage = await Stage.Set();
        stage.Aws.Secrets["/team/slack-signing-secret"] = Events.SigningSecret;

        await Nights.Of(function)(stage);

        var role = new RolePolicy(Deployed.WithEverything, $"{function}Role");
        Assert.All(stage.Needed.Written, partition => Assert.True(role.Allows("dynamodb:UpdateItem", Table, partition), partition));
        Assert.All(await WhatPeopleSet(), partition => Assert.All(
            new[] { "UpdateItem", "PutItem", "DeleteItem", "BatchWriteItem", "PartiQLUpdate", "PartiQLInsert", "PartiQLDelete" },
            action => Assert.False(role.Allows($"dynamodb:{action}", Table, partition), $"{action} of {partition}")));
    }

    [Fact]
    public async Task V37_WhatPeopleSet_IsConfigurationAndCalendars() => Assert.Equal(["CALENDARS", "CONFIGURATION"], await WhatPeopleSet());

    /// <summary>The partitions that `config push` and calendar links write.</summary>
    private static async Task<IReadOnlyList<string>> WhatPeopleSet()
    {
        var needed = new Needed();
        await using var table = await RecordedTable.Start(needed);
        needed.Recording = true;
        var (name, clock) = (Physical.Ref("IncidentTable", "AWS::DynamoDB::Table"), TimeProvider.System);

        var configurations = new DynamoConfigurationStore(table.Client, name, clock);
        await configurations.Keep(new ConfigurationVersion("0123456789ab", []), CancellationToken.None);
        await configurations.Move(ConfigurationPointer.Never, ConfigurationPointer.Never.Next("0123456789ab", "ada", Instant.FromUtc(2026, 9, 14, 11, 20)), CancellationToken.None);
        var calendars = new DynamoCalendarStore(table.Client, name, clock);
        await calendars.Save(await calendars.Load(CancellationToken.None), CancellationToken.None);
        return needed.Written;
    }
}
