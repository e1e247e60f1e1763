using System.Globalization;

namespace OrleansGameState.Contracts;

/// <summary>
/// What two versions of a program have to agree on, one line a fact: <c>what = meaning</c>. A fact that is gone stays as
/// retired, so that its id or name never gets another meaning.
/// </summary>
internal static class ContractText
{
    private const string Retired = "(retired) ";

    /// <summary>As the code is now.</summary>
    internal static SortedDictionary<string, string> OfTheCode()
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in MessageTypes.Declared)
        {
            Message(type, facts);
        }

        foreach (var type in MessageTypes.Interfaces)
        {
            Interface(type, facts);
        }

        return facts;
    }

    internal static SortedDictionary<string, string> Parse(IEnumerable<string> lines) => new(
        lines.Select(l => l.Split(" = ", 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]), StringComparer.Ordinal);

    /// <summary>What is wrong with the code as it is now, measured by what was written down.</summary>
    internal static IEnumerable<string> Problems(IReadOnlyDictionary<string, string> written, IReadOnlyDictionary<string, string> now)
    {
        foreach (var (what, meaning) in now)
        {
            if (!written.TryGetValue(what, out var before))
            {
                yield return $"{what} = {meaning} is new: write it down ({Golden.Switch}=1).";
            }
            else if (before.StartsWith(Retired, StringComparison.Ordinal))
            {
                yield return $"{what} = {meaning} was {before[Retired.Length..]} once: take another id or name.";
            }
            else if (before != meaning)
            {
                yield return $"{what} was {before} and is {meaning}: older programs read it as before. Take another id; if only the member's name is new, change the line by hand.";
            }
        }

        foreach (var what in written.Keys.Where(k => !now.ContainsKey(k) && !written[k].StartsWith(Retired, StringComparison.Ordinal)))
        {
            yield return $"{what} = {written[what]} is gone: retire it ({Golden.Switch}=1).";
        }
    }

    /// <summary>What is written, with what is new added and what is gone retired; nothing gets another meaning.</summary>
    internal static IEnumerable<string> Renewed(IReadOnlyDictionary<string, string> written, IReadOnlyDictionary<string, string> now)
    {
        var renewed = new SortedDictionary<string, string>(now.ToDictionary(), StringComparer.Ordinal);
        foreach (var (what, meaning) in written)
        {
            renewed[what] = now.ContainsKey(what) || meaning.StartsWith(Retired, StringComparison.Ordinal) ? meaning : Retired + meaning;
        }

        return renewed.Select(f => $"{f.Key} = {f.Value}");
    }

    private static void Message(Type type, SortedDictionary<string, string> facts)
    {
        var alias = MessageTypes.AliasOf(type);
        facts.Add($"type {alias}", type.BaseType is { } parent && MessageTypes.IsOwn(parent) ? MessageTypes.AliasOf(parent) : "itself");
        foreach (var member in WireMember.DeclaredBy(type))
        {
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"type {alias} member {member.Id:D2}"), $"{member.Info.Name} {MessageTypes.NameOf(member.Type)}");
            Enums(member.Type, facts);
        }
    }

    private static void Interface(Type type, SortedDictionary<string, string> facts)
    {
        var alias = MessageTypes.AliasOf(type);
        facts.Add($"interface {alias}", typeof(IGrainObserver).IsAssignableFrom(type) ? "observer" : "grain");
        foreach (var method in type.GetMethods().Where(m => m.IsAbstract))
        {
            var parameters = string.Join(", ", method.GetParameters().Select(p => MessageTypes.NameOf(p.ParameterType)));
            facts.Add($"interface {alias} method {MessageTypes.AliasOf(method)}", $"({parameters}) {MessageTypes.NameOf(method.ReturnType)}");
            foreach (var parameter in method.GetParameters())
            {
                Enums(parameter.ParameterType, facts);
            }
        }
    }

    /// <summary>Enumerations travel as numbers.</summary>
    private static void Enums(Type type, SortedDictionary<string, string> facts)
    {
        foreach (var argument in type.GenericTypeArguments)
        {
            Enums(argument, facts);
        }

        if (!type.IsEnum)
        {
            return;
        }

        foreach (var value in Enum.GetValues(type))
        {
            facts[string.Create(CultureInfo.InvariantCulture, $"value {type.Name} {Convert.ToInt64(value, null)}")] = value.ToString()!;
        }
    }
}
