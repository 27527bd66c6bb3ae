namespace Incidents.Web.Lists;

/// <summary>Something in a request that cannot be, by the name its sender gave it.</summary>
/// <param name="Problem">What is wrong and what would be right, as a clause.</param>
public sealed record FieldProblem(string Field, string Problem);
