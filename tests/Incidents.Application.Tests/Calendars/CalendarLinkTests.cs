using Incidents.Application.Calendars.Links;
using Incidents.Application.Tests.Configuration;
using NodaTime;

namespace Incidents.Application.Tests.Calendars;

public sealed class CalendarLinkTests
{
    private const string Yaml = Written.Base + """
        schedules:
          primary: { time_zone: Etc/UTC, rotation: weekly, participants: [ada, grace] }
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly CalendarFixture house = new(Yaml, Written.Now);

    [Fact]
    public async Task Token_IsKeptAsItsHashOnly_AndInNoText()
    {
        var made = (await house.Make.Handle(CalendarFixture.Primary, CalendarFixture.Ada, None))!;
        var token = Path.GetFileNameWithoutExtension(made.Path);

        Assert.Equal($"https://oncall.example.com/calendars/{token}.ics", made.Address?.AbsoluteUri);
        Assert.DoesNotContain(token, string.Join('\n', house.Store.Book.Links), StringComparison.Ordinal);
        Assert.DoesNotContain(token, made.ToString(), StringComparison.Ordinal);
        Assert.NotNull(await house.Read(token));
    }

    [Fact]
    public async Task NewLink_EndsTheOneBefore_AndNobodyElses()
    {
        var (first, person) = (await house.Token(), await house.Token(new(CalendarKind.Person, "ada")));

        var second = (await house.Make.Handle(CalendarFixture.Primary, CalendarFixture.Ada, None))!;

        Assert.True(second.EndedAnother);
        Assert.Null(await house.Read(first));
        Assert.NotNull(await house.Read(person));
    }

    [Fact]
    public async Task RevokedLink_OpensNothing_AndIsRevokedOnce()
    {
        var token = await house.Token();
        Assert.NotNull(await house.Revoke.Handle(CalendarFixture.Primary, None));

        Assert.Null(await house.Read(token));
        Assert.Null(await house.Revoke.Handle(CalendarFixture.Primary, None));
        Assert.NotNull(await house.Read(await house.Token()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA/")]
    public async Task WrongToken_OpensNothing(string token)
    {
        await house.Token();
        Assert.Null(await house.Read(token));
    }

    [Fact]
    public async Task OwnerWhoHasLeft_OrIsGone_HasNoCalendar()
    {
        var (person, schedule) = (await house.Token(new(CalendarKind.Person, "grace")), await house.Token());
        house.Settings = Written.Good(Yaml.Replace("slack: U0GRACE001", "active: false", StringComparison.Ordinal).Replace("primary:", "other:", StringComparison.Ordinal));

        Assert.Null(await house.Read(person));
        Assert.Null(await house.Read(schedule));
        Assert.Null(await house.Make.Handle(new(CalendarKind.Person, "grace"), CalendarFixture.Ada, None));
        Assert.Null(await house.Make.Handle(new(CalendarKind.Person, "nobody"), CalendarFixture.Ada, None));
        Assert.Null(await house.Make.Handle(CalendarFixture.Primary, CalendarFixture.Ada, None));
    }

    [Fact]
    public async Task LinkMadeWhileACalendarIsRead_IsNotLost()
    {
        var token = await house.Token();
        house.Store.Meanwhile = () => house.Make.Handle(new(CalendarKind.Person, "ada"), CalendarFixture.Ada, None).Wait(TimeSpan.FromSeconds(5));

        Assert.NotNull(await house.Read(token));

        Assert.Equal(2, house.Store.Book.Links.Length);
        Assert.Single(house.Store.Book.Schedules);
    }
}
