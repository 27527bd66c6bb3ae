using Incidents.Application.Calendars;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Application.Tests.Configuration;
using Incidents.Application.Time;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Incidents.Application.Tests.Calendars;

/// <summary>Calendars of a configuration that can be changed, at a time that can.</summary>
internal sealed class CalendarFixture : IOnCallConfigurationProvider
{
    public static readonly Actor Ada = new("ada", "Ada", Via.Console);
    public static readonly CalendarOwner Primary = new(CalendarKind.Schedule, "primary");

    private readonly FakeTimeProvider clock;

    public CalendarFixture(string yaml, Instant now)
    {
        clock = new FakeTimeProvider(now.ToDateTimeOffset());
        Settings = Written.Good(yaml);
        Make = new MakeCalendarLink(Store, this, _ => ValueTask.FromResult<Uri?>(new Uri("https://oncall.example.com")), clock);
        Revoke = new RevokeCalendarLink(Store);
        Calendars = new ReadCalendar(Store, this, clock);
    }

    public OnCallConfiguration Settings { get; set; }

    public Books Store { get; } = new();

    public MakeCalendarLink Make { get; }

    public RevokeCalendarLink Revoke { get; }

    public ReadCalendar Calendars { get; }

    public Instant Now
    {
        get => clock.Now();
        set => clock.SetUtcNow(value.ToDateTimeOffset());
    }

    public ConfigurationResult.Invalid? Problem => null;

    public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(Settings);

    /// <summary>The token of a new link.</summary>
    public async Task<string> Token(CalendarOwner? owner = null)
    {
        var made = await Make.Handle(owner ?? Primary, Ada, CancellationToken.None);
        return Path.GetFileNameWithoutExtension(made!.Path);
    }

    /// <summary>The calendar a token opens; null when it opens none.</summary>
    public async Task<string?> Read(string token) => (await Calendars.Handle(token, CancellationToken.None))?.Text;

    /// <summary>A store that shows what is in it.</summary>
    internal sealed class Books : ICalendarStore
    {
        public CalendarBook Book { get; private set; } = CalendarBook.Empty;

        public int Writes { get; private set; }

        /// <summary>Done once, between somebody's read and their write.</summary>
        public Action? Meanwhile { get; set; }

        public Task<CalendarBook> Load(CancellationToken cancellation) => Task.FromResult(Book);

        public Task<SaveResult> Save(CalendarBook changed, CancellationToken cancellation)
        {
            var meanwhile = Meanwhile;
            Meanwhile = null;
            meanwhile?.Invoke();
            if (changed.Revision != Book.Revision)
            {
                return Task.FromResult(SaveResult.Conflict);
            }

            Writes++;
            Book = changed with { Revision = changed.Revision + 1 };
            return Task.FromResult(SaveResult.Saved);
        }
    }
}
