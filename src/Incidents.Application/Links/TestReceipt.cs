namespace Incidents.Application.Links;

/// <summary>What a link confirms that is about no incident: a test message on one channel.</summary>
/// <param name="TestPage">Id of the test.</param>
/// <param name="Channel">One of <see cref="Incidents.Domain.People.ChannelKind"/>.</param>
public sealed record TestReceipt(string TestPage, string Channel);
