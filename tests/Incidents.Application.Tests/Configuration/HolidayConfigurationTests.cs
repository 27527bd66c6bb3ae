using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.People;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class HolidayConfigurationTests
{
    private const string German = "holidays:\n  DE:\n    - { date: 2026-12-25, name: Christmas Day }\n    - { date: 2026-12-26, name: Boxing Day }\n";

    [Fact]
    public void Holidays_AreThoseOfThePersonsCountry()
    {
        var settings = Good(Base.Replace("name: Ada,", "name: Ada, country: DE,", StringComparison.Ordinal), German);

        var country = settings.People[new PersonId("ada")].Country;

        Assert.Equal([new Holiday(new LocalDate(2026, 12, 25), "Christmas Day"), new Holiday(new LocalDate(2026, 12, 26), "Boxing Day")], settings.Holidays[country!]);
        Assert.Null(settings.People[new PersonId("grace")].Country);
    }

    [Theory]
    [InlineData("- { date: 2026-02-30, name: No day }", "`date` cannot be \"2026-02-30\". Write a date such as 2026-12-24.")]
    [InlineData("- { date: 25.12.2026, name: Christmas }", "`date` cannot be \"25.12.2026\". Write a date such as 2026-12-24.")]
    [InlineData("- { date: 2026-12-25 }", "`name` is missing in `DE[0]`. Write { date: 2026-12-25, name: Christmas Day }.")]
    [InlineData("- 2026-12-25", "`DE[0]` must be a set of `key: value` lines. Write { date: 2026-12-25, name: Christmas Day }.")]
    [InlineData("- { date: 2026-12-25, name: One }\n    - { date: 2026-12-25, name: Two }", "2026-12-25 is a holiday of DE already: \"One\". Remove one of the two.")]
    public void WhatCannotBeMeant_IsRefused(string items, string problem) =>
        Assert.Contains(problem, Assert.Single(Problems(Base, $"holidays:\n  DE:\n    {items}\n")));

    [Theory]
    [InlineData("DEU", "There is no country \"DEU\". Did you mean \"DE\"?")]
    [InlineData("FR", "There is no country \"FR\". Add it to `holidays`.")]
    public void CountryWithoutHolidays_IsRefused(string country, string problem) =>
        Assert.Contains(problem, Assert.Single(Problems(Base, German, $"people:\n  alan: {{ name: Alan, slack: U0ALAN0001, country: {country} }}\n")));
}
