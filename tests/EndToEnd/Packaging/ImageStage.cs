using System.Text.RegularExpressions;

namespace OrleansGameState.EndToEnd.Packaging;

/// <summary>A stage of the Dockerfile.</summary>
/// <param name="Name">Its target.</param>
/// <param name="From">What it is based on: an image, or another stage.</param>
/// <param name="Instructions">In order, comments and continuations taken out.</param>
internal sealed partial record ImageStage(string Name, string From, IReadOnlyList<(string Keyword, string Arguments)> Instructions)
{
    /// <summary>The programs of a cluster: a stage each.</summary>
    public static readonly string[] Programs = ["silo", "gateway", "ingestors"];

    /// <summary>What is set in its environment, by itself.</summary>
    public IReadOnlyDictionary<string, string> Environment => All("ENV")
        .SelectMany(arguments => arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    public string[] Ports => [.. All("EXPOSE").SelectMany(arguments => arguments.Split(' '))];

    public static IReadOnlyDictionary<string, ImageStage> ReadAll()
    {
        var text = Continued().Replace(Comments().Replace(File.ReadAllText(Path.Combine(Places.Repository, "Dockerfile")), ""), " ");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).Select(parts => (Keyword: parts[0], Arguments: parts[1].Trim())).ToArray();
        var images = lines.Where(line => line.Keyword == "ARG").Select(line => line.Arguments.Split('=', 2)).ToDictionary(parts => $"${{{parts[0]}}}", parts => parts[1]);
        var stages = new Dictionary<string, ImageStage>();
        var instructions = new List<(string, string)>();
        foreach (var (keyword, arguments) in lines.Where(line => line.Keyword != "ARG"))
        {
            if (keyword == "FROM")
            {
                var (from, name) = arguments.Split(" AS ") is [var first, var second] ? (first, second) : throw new FormatException($"FROM {arguments} has no name.");
                instructions = [];
                stages.Add(name, new(name, images.GetValueOrDefault(from, from), instructions));
            }
            else
            {
                instructions.Add((keyword, arguments));
            }
        }

        return stages;
    }

    /// <summary>The arguments of each of its instructions of a kind.</summary>
    public IEnumerable<string> All(string keyword) => Instructions.Where(instruction => instruction.Keyword == keyword).Select(instruction => instruction.Arguments);

    [GeneratedRegex(@"^\s*#.*\n", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s*\\\n\s*")]
    private static partial Regex Continued();
}
