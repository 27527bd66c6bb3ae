using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Web.Preview;

/// <summary>What a person's phone or mailbox would have got.</summary>
/// <param name="Kind">One of <see cref="ChannelKind"/>.</param>
/// <param name="Subject">Of an e-mail; null otherwise.</param>
/// <param name="Text">As it would be read; of a call, as it would be heard.</param>
/// <param name="Link">Where to acknowledge; null where no link can work.</param>
public sealed record OutboxMessage(string Kind, string Name, string Address, Instant At, string? Subject, string Text, Uri? Link);
