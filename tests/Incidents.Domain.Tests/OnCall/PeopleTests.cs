using Incidents.Domain.OnCall;

namespace Incidents.Domain.Tests.OnCall;

public class PeopleTests
{
    [Fact]
    public void Of_RepeatsInAnyOrder_IsEachOnceByCodePoint()
    {
        var people = People.Named("bea", "ada", "Zoe", "bea", "éva");

        Assert.Equal(["Zoe", "ada", "bea", "éva"], people.Select(person => person.Value));
        Assert.Equal("Zoe, ada, bea, éva", people.ToString());
    }

    [Fact]
    public void Equals_SamePeople_WhateverTheOrder()
    {
        Assert.Equal(People.Named("ada", "bea"), People.Named("bea", "ada", "bea"));
        Assert.Equal(People.Named("ada", "bea").GetHashCode(), People.Named("bea", "ada").GetHashCode());
        Assert.NotEqual(People.Named("ada"), People.Named("ada", "bea"));
        Assert.Equal(People.Nobody, People.Named());
        Assert.Equal(Participant.Group("ada", "bea"), Participant.Group("bea", "ada"));
    }

    [Fact]
    public void WithWithoutAndReplace_AreAsForSets()
    {
        var people = People.Named("ada", "bea");

        Assert.Equal(People.Named("ada", "bea", "cy"), people.With(People.Named("bea", "cy")));
        Assert.Equal(People.Named("ada"), people.Without(People.Named("bea", "cy")));
        Assert.Equal(People.Named("ada", "cy"), people.Replace(new("bea"), People.Named("ada", "cy")));
        Assert.Equal(people, people.Replace(new("cy"), People.Named("dan")));
        Assert.Equal("nobody", people.Without(people).ToString());
    }
}
