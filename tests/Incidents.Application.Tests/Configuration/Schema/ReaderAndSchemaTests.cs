using System.Text.RegularExpressions;
using Incidents.Configuration.Authoring.Schema;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration.Schema;

/// <summary>The schema is a second description of what the reader takes: these hold the two together.</summary>
public sealed partial class ReaderAndSchemaTests
{
    private const string NoSuchKey = "qqqqqqqqqqqqqqqq";

    private static readonly IReadOnlyDictionary<string, Form> Forms = AllForms(ConfigurationSchema.File).DistinctBy(form => form.Name).ToDictionary(form => form.Name);

    public static TheoryData<string> Names => [.. Forms.Keys];

    public static IEnumerable<object[]> Keys => Forms.Values.SelectMany(form => form.Keys.Select(key => new object[] { form.Name, key.Name }));

    [Fact]
    public void EveryForm_HasASample() => Assert.Equal(Forms.Keys.Order(), FormSamples.All.Keys.Order());

    /// <summary>Asked by a key nobody knows, the reader answers with all it knows.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Reader_KnowsTheKeysOfTheSchema_AndNoOthers(string form)
    {
        var known = Known(Try(form, NoSuchKey, "1"));

        Assert.Empty(Forms[form].Keys.Select(key => key.Name).Except(known));
        Assert.Empty(known.Except(Family(form).SelectMany(name => Forms[name].Keys).Select(key => key.Name)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void ValueThatIsNone_IsRefusedByBoth(string form, string key)
    {
        var kind = Key(form, key).Kind;
        if (Wrong(kind) is not { } wrong || IsInSample(form, key))
        {
            return;
        }

        Assert.Contains(Try(form, key, wrong), problem => problem.Contains($"`{key}", StringComparison.Ordinal) || problem.Contains(wrong, StringComparison.Ordinal));
        Assert.NotEmpty(PublishedSchema.Problems(Text(form, key, wrong)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Examples_AreTakenByTheReader(string form, string key)
    {
        foreach (var value in Right(Key(form, key)).Where(_ => !IsInSample(form, key)))
        {
            Assert.DoesNotContain(Try(form, key, value), problem => problem.Contains($"`{key}` cannot be", StringComparison.Ordinal) || problem.Contains($"`{key}` must be", StringComparison.Ordinal));
            Assert.DoesNotContain(PublishedSchema.Problems(Text(form, key, value)), problem => problem.Contains(key + " does not look", StringComparison.Ordinal));
        }
    }

    /// <summary>A required key the reader misses too, and no other.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void RequiredKeys_AreMissedByTheReader(string form)
    {
        var missed = Try(form, NoSuchKey, "1").Select(problem => Missing().Match(problem)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Equal(
            Forms[form].Keys.Where(key => key.IsRequired && !IsInSample(form, key.Name)).Select(key => key.Name).Order(),
            missed.Intersect(Forms[form].Keys.Select(key => key.Name)).Order());
    }

    private static string[] Try(string form, string key, string value) => Problems(form is "catch_all" or "file" ? People : Base, Text(form, key, value));

    private const string People = "people:\n  ada: { slack: U0ADA00001 }\n  grace: { slack: U0GRACE001 }\n";

    private static string Text(string form, string key, string value) => FormSamples.All[form].Replace("@", $"{key}: {value}", StringComparison.Ordinal);

    private static Key Key(string form, string key) => Forms[form].Keys.Single(one => one.Name == key);

    private static bool IsInSample(string form, string key)
    {
        var before = FormSamples.All[form].Split('@')[0];
        return before[(before.LastIndexOf('{') + 1)..].Contains($"{key}:", StringComparison.Ordinal);
    }

    /// <summary>Forms between which the keys written decide.</summary>
    private static string[] Family(string form) => form switch
    {
        "schedule" or "layered_schedule" => ["schedule", "layered_schedule"],
        _ => [form],
    };

    private static string[] Known(string[] problems)
    {
        var answer = Assert.Single(problems, problem => problem.Contains($"\"{NoSuchKey}\"", StringComparison.Ordinal));
        return [.. answer[(answer.IndexOf("It can have ", StringComparison.Ordinal) + "It can have ".Length)..].TrimEnd('.').Split([", ", " or "], StringSplitOptions.None)];
    }

    private static string? Wrong(Kind kind) => kind switch
    {
        Kind.Text { Pattern: null } => "{}",
        Kind.Text or Kind.Choice => "\"^§ §\"",
        Kind.Number => "x",
        Kind.YesNo => "perhaps",
        Kind.List or Kind.Map or Kind.Entry => "x",
        Kind.AnyOf any => any.Kinds.Select(Wrong).FirstOrDefault(wrong => wrong is not null),
        _ => null,
    };

    private static IEnumerable<string> Right(Key key) => Right(key.Kind).Concat(key.Usual is { } usual ? [usual] : []);

    private static IEnumerable<string> Right(Kind kind) => kind switch
    {
        Kind.Text { Example: { } example } => [$"\"{example}\""],
        Kind.Choice choice => choice.Words,
        Kind.Number number => [$"{number.Least ?? 1}", $"{number.Most ?? 9}"],
        Kind.YesNo => ["true", "false"],
        Kind.AnyOf any => any.Kinds.SelectMany(Right),
        _ => [],
    };

    private static IEnumerable<Form> AllForms(Form form) => form.Keys.SelectMany(key => AllForms(key.Kind)).Prepend(form);

    private static IEnumerable<Form> AllForms(Kind kind) => kind switch
    {
        Kind.Entry entry => AllForms(entry.Form),
        Kind.List list => AllForms(list.Item),
        Kind.Map map => AllForms(map.Value),
        Kind.AnyOf any => any.Kinds.SelectMany(AllForms),
        _ => [],
    };

    [GeneratedRegex("`([a-z_]+)` is missing in ")]
    private static partial Regex Missing();
}
