using Incidents.Domain.OnCall;

namespace Incidents.Domain.Tests.OnCall;

public class PeopleTests
{
    [Fact]
    public void Of_RepeatsInAnyOrder_IsEachOnceByCodePoint()
    {
        var people = PersonSet.Named("bea", "ada", "Zoe", "bea", "éva");

        Assert.Equal(["Zoe", "ada", "bea", "éva"], people.Select(person => person.Value));
        Assert.Equal("Zoe, ada, bea, éva", people.ToString());
    }

    [Fact]
    public void Equals_SamePeople_WhateverTheOrder()
    {
        Assert.Equal(PersonSet.Named("ada", "bea"), PersonSet.Named("bea", "ada", "bea"));
        Assert.Equal(PersonSet.Named("ada", "bea").GetHashCode(), PersonSet.Named("bea", "ada").GetHashCode());
        Assert.NotEqual(PersonSet.Named("ada"), PersonSet.Named("ada", "bea"));
        Assert.Equal(PersonSet.Nobody, PersonSet.Named());
        Assert.Equal(Participant.Group("ada", "bea"), Participant.Group("bea", "ada"));
    }

    [Fact]
    public void WithWithoutAndReplace_AreAsForSets()
    {
        var people = PersonSet.Named("ada", "bea");

        Assert.Equal(PersonSet.Named("ada", "bea", "cy"), people.With(PersonSet.Named("bea", "cy")));
        Assert.Equal(PersonSet.Named("ada"), people.Without(PersonSet.Named("bea", "cy")));
        Assert.Equal(PersonSet.Named("ada", "cy"), people.Replace(new("bea"), PersonSet.Named("ada", "cy")));
        Assert.Equal(people, people.Replace(new("cy"), PersonSet.Named("dan")));
        Assert.Equal("nobody", people.Without(people).ToString());
    }
}
