using System.Text;

namespace Incidents.Cli.Completion;

/// <summary>The program that a shell completes `incidents` by. It holds all words itself, so that a key press starts nothing.</summary>
internal static class CompletionScript
{
    public static readonly IReadOnlyDictionary<string, Func<IReadOnlyList<Completions>, string>> ByShell = new Dictionary<string, Func<IReadOnlyList<Completions>, string>>
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["pwsh"] = PowerShell,
    };

    private static string Bash(IReadOnlyList<Completions> table) => $$"""
        # bash completion for incidents: source <(incidents completion bash)
        _incidents() {
          local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path='' word
          for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
            case "$path $word" in
              {{Paths(table)}}) path="${path:+$path }$word" ;;
            esac
          done
          COMPREPLY=()
          case "$path $previous" in
        {{Lines(table.SelectMany(one => one.Values.Select(value => $"    '{one.Path} {value.Key}') COMPREPLY=($(compgen -W '{string.Join(' ', value.Value)}' -- \"$current\")); return ;;")))}}
          esac
          case $path in
        {{Lines(table.Select(one => $"    '{one.Path}') word='{string.Join(' ', Words(one))}' ;;"))}}
          esac
          COMPREPLY=($(compgen -W "$word" -- "$current"))
          [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default 2>/dev/null
        }
        complete -F _incidents incidents

        """;

    private static string Zsh(IReadOnlyList<Completions> table) => $$"""
        #compdef incidents
        # zsh completion for incidents: source <(incidents completion zsh), after compinit
        _incidents() {
          local previous=${words[CURRENT-1]} command='' word
          local -a candidates
          for word in "${(@)words[2,CURRENT-1]}"; do
            case "$command $word" in
              {{Paths(table)}}) command="${command:+$command }$word" ;;
            esac
          done
          case "$command $previous" in
        {{Lines(table.SelectMany(one => one.Values.Select(value => $"    '{one.Path} {value.Key}') compadd -- {string.Join(' ', value.Value)}; return ;;")))}}
          esac
          case $command in
        {{Lines(table.Select(one => $"    '{one.Path}') candidates=({string.Join(' ', one.Commands.Concat(one.Options).Concat(one.Choices.Select(word => new Candidate(word, ""))).Select(candidate => Quoted($"{candidate.Word}:{candidate.Description}")))}) ;;"))}}
          esac
          _describe incidents candidates
          _files
        }
        compdef _incidents incidents

        """;

    private static string Fish(IReadOnlyList<Completions> table)
    {
        var script = new StringBuilder($$"""
            # fish completion for incidents: incidents completion fish | source
            function __incidents_path
              set -l path ''
              for word in (commandline -opc)[2..-1]
                switch "$path $word"
                  case {{string.Join(' ', table.Skip(1).Select(one => $"'{Step(one.Path)}'"))}}
                    set path (string trim "$path $word")
                end
              end
              test "$path" = "$argv[1]"
            end

            """);
        foreach (var one in table)
        {
            var condition = $"complete -c incidents -n '__incidents_path \"{one.Path}\"'";
            one.Commands.ToList().ForEach(command => script.Append($"{condition} -f -a {command.Word} -d {Escaped(command.Description)}\n"));
            one.Choices.ToList().ForEach(word => script.Append($"{condition} -f -a {word}\n"));
            one.Options.Where(option => option.Word.StartsWith("--", StringComparison.Ordinal)).ToList().ForEach(option => script.Append(
                $"{condition} -l {option.Word[2..]}{(one.Values.TryGetValue(option.Word, out var values) ? $" -x -a '{string.Join(' ', values)}'" : "")} -d {Escaped(option.Description)}\n"));
        }

        return script.ToString();
    }

    private static string PowerShell(IReadOnlyList<Completions> table) => $$"""
        # PowerShell completion for incidents: incidents completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName incidents -ScriptBlock {
          param($word, $ast, $position)
          $candidates = @{
        {{Lines(table.Select(one => $"    '{one.Path}' = @({string.Join(", ", Words(one).Select(word => $"'{word}'"))})"))}}
          }
          $values = @{
        {{Lines(table.SelectMany(one => one.Values.Select(value => $"    '{one.Path} {value.Key}' = @({string.Join(", ", value.Value.Select(word => $"'{word}'"))})")))}}
          }
          $before = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { "$_" })
          $path = ''
          foreach ($one in $before) { if ($candidates.ContainsKey("$path $one".Trim())) { $path = "$path $one".Trim() } }
          $last = if ($before.Count -gt 0) { $before[-1] } else { '' }
          $words = if ($values.ContainsKey("$path $last")) { $values["$path $last"] } else { $candidates[$path] }
          $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }

        """;

    private static IEnumerable<string> Words(Completions one) => one.Commands.Select(command => command.Word).Concat(one.Choices).Concat(one.Options.Select(option => option.Word));

    /// <summary>The steps from a command to one below it, as a pattern of `case`.</summary>
    private static string Paths(IReadOnlyList<Completions> table) => string.Join('|', table.Skip(1).Select(one => $"'{Step(one.Path)}'"));

    /// <summary>What was before, a space, and the word; the program itself is nothing before the space.</summary>
    private static string Step(string path) => path.Contains(' ', StringComparison.Ordinal) ? path : $" {path}";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>fish has no way out of single quotes but a backslash.</summary>
    private static string Escaped(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
