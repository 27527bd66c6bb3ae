using Incidents.Adapters.DynamoDb.Schema;

namespace Incidents.Functions.Tests.Template;

/// <summary>The table of the stack is the one the store expects, and is not lost.</summary>
public class TableTests
{
    private static readonly Part Table = StackTemplate.Resource("IncidentTable");
    private static readonly Part Properties = Table["Properties"];

    [Fact]
    public void Keys_AreThoseOfTheStore() => Assert.Equal([(TableSchema.Partition, "HASH"), (TableSchema.Sort, "RANGE")], Keys(Properties));

    [Fact]
    public void Indexes_AreThoseOfTheStore_AndHoldKeysOnly()
    {
        var written = Properties["GlobalSecondaryIndexes"].Items.ToDictionary(index => index["IndexName"].Text);

        Assert.Equal(TableSchema.Indexes.Select(index => index.Name).Order(), written.Keys.Order());
        Assert.All(TableSchema.Indexes, index =>
        {
            Assert.Equal([(index.Partition, "HASH"), (index.Sort, "RANGE")], Keys(written[index.Name]));
            Assert.Equal("KEYS_ONLY", written[index.Name].At("Projection", "ProjectionType").Text);
        });
    }

    [Fact]
    public void Attributes_AreTheKeys_AllOfThemStrings() => Assert.Equal(
        TableSchema.Indexes.SelectMany(index => new[] { index.Partition, index.Sort }).Concat([TableSchema.Partition, TableSchema.Sort]).Distinct().Order().Select(name => (name, "S")),
        Properties["AttributeDefinitions"].Items.Select(a => (a["AttributeName"].Text, a["AttributeType"].Text)).OrderBy(a => a.Item1));

    [Fact]
    public void WhatMayVanish_VanishesByTheAttributeOfTheStore() =>
        Assert.Equal((TableSchema.TimeToLive, "true"), (Properties.At("TimeToLiveSpecification", "AttributeName").Text, Properties.At("TimeToLiveSpecification", "Enabled").Text));

    [Fact]
    public void Table_OutlivesTheStackAndCanBeRestored()
    {
        Assert.Equal(("Retain", "Retain"), (Table["DeletionPolicy"].Text, Table["UpdateReplacePolicy"].Text));
        Assert.Equal("true", Properties["DeletionProtectionEnabled"].Text);
        Assert.Equal("true", Properties.At("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled").Text);
    }

    [Fact]
    public void Table_CostsNothingWhileNothingHappens() => Assert.Equal("PAY_PER_REQUEST", Properties["BillingMode"].Text);

    private static IEnumerable<(string, string)> Keys(Part part) => part["KeySchema"].Items.Select(key => (key["AttributeName"].Text, key["KeyType"].Text));
}
