using Incidents.Adapters.DynamoDb.Json;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Tests.Store;

public sealed class StoredPageTests
{
    /// <summary>A repeat that is read back as a first call would be repeated for ever.</summary>
    [Fact]
    public void V14_Page_WhenItRepeats_IsReadBackAsOne()
    {
        var page = new Page
        {
            Id = 7,
            Person = new PersonId("ada"),
            Channel = "voice",
            Step = 1,
            State = PageState.Pending,
            Attempts = 0,
            Deadline = Sample.Start,
            RequestedAt = Sample.Start,
            IsReached = true,
            Repeats = true,
        };

        Assert.Equal(page, StoredPage.From(page).ToPage());
    }
}
