using Incidents.Configuration.Sections;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Configuration.Authoring.Schema;

internal static class PolicyForms
{
    private static readonly Form Target = new(
        "target",
        "Whom to page: one of the three.",
        new("schedule", Kinds.Id, "Whoever is on call in it when the step fires."),
        new("person", Kinds.Id, "This person, on call or not."),
        new("team", Kinds.Id, "All its members."))
    {
        ExactlyOne = ["schedule", "person", "team"],
    };

    private static readonly Form Step = new(
        "step",
        "People who are paged together.",
        new("targets", Targets, "Whom it pages.") { IsRequired = true },
        new("timeout", Kinds.Length(PoliciesSection.ShortestTimeout, PoliciesSection.LongestTimeout), "How long they have to answer before the next step.") { Usual = Kinds.Show(EscalationState.UsualTimeout) },
        new("round_robin", Kinds.YesNo, "One of them is paged, and another one for the next incident.") { Usual = "false" });

    public static Kind Targets => Kinds.OneOrMore(new Kind.Entry(Target), 1);

    public static Form Policy { get; } = new(
        "escalation_policy",
        "Whom to page, and whom next when nobody answers.",
        new("name", Kinds.Text, "The name people read; the id where it is left out."),
        new("steps", new Kind.List(new Kind.Entry(Step), 1), "In order; the first fires at once.") { IsRequired = true },
        new("repeat", new Kind.Number(0, PoliciesSection.MostRepeats), "How often the steps are gone through again before the catch-all.") { Usual = $"{PoliciesSection.UsualRepeat}" },
        new("acknowledge_timeout", Kinds.Length(Duration.Zero, PoliciesSection.LongestTimeout), "How long whoever has a sev1 or sev2 may be silent before it pages again: 10m or more, or 0m for ever.")
        {
            Usual = Kinds.Show(IncidentRules.Default.AcknowledgeTimeout!.Value),
        });
}
