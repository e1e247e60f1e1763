using System.Collections;
using System.Reflection;

namespace OrleansGameState.Contracts;

/// <summary>Compares values by all they hold, down to the last element.</summary>
internal static class Difference
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Where two values differ and how; null where they do not.</summary>
    /// <param name="expected">What was written.</param>
    /// <param name="actual">What was read.</param>
    /// <param name="isOlder">Whether it was written by an older version: a member may then be at its default.</param>
    internal static string? Between(object? expected, object? actual, bool isOlder = false) => At("", expected, actual, isOlder);

    private static string? At(string path, object? expected, object? actual, bool isOlder)
    {
        if (isOlder && path.Length > 0 && IsDefault(actual))
        {
            return null;
        }

        if (expected is null || actual is null)
        {
            return expected is null == actual is null ? null : Text(path, expected, actual);
        }

        if (expected.GetType() != actual.GetType())
        {
            return Text(path, expected.GetType(), actual.GetType());
        }

        return expected switch
        {
            DateTimeOffset at => at.EqualsExact((DateTimeOffset)actual) ? null : Text(path, expected, actual),
            DateTime at => at == (DateTime)actual && at.Kind == ((DateTime)actual).Kind ? null : Text(path, expected, actual),
            Exception exception => Exceptions(path, exception, (Exception)actual, isOlder),
            IDictionary dictionary => Dictionaries(path, dictionary, (IDictionary)actual, isOlder),
            string => Equals(expected, actual) ? null : Text(path, expected, actual),
            IEnumerable sequence => Sequences(path, sequence, (IEnumerable)actual, isOlder),
            _ when !MessageTypes.IsOwn(expected.GetType()) || expected is Enum => Equals(expected, actual) ? null : Text(path, expected, actual),
            _ => Fields(path, expected.GetType(), expected, actual, isOlder),
        };
    }

    private static string? Exceptions(string path, Exception expected, Exception actual, bool isOlder)
    {
        if (expected.Message != actual.Message)
        {
            return Text(path + ".Message", expected.Message, actual.Message);
        }

        return At(path + ".InnerException", expected.InnerException, actual.InnerException, isOlder)
            ?? WireMember.Of(expected.GetType()).Select(m => At($"{path}.{m.Info.Name}", m.Read(expected), m.Read(actual), isOlder)).FirstOrDefault(d => d is not null);
    }

    private static string? Dictionaries(string path, IDictionary expected, IDictionary actual, bool isOlder)
    {
        if (expected.Count != actual.Count)
        {
            return Text(path + ".Count", expected.Count, actual.Count);
        }

        foreach (var key in expected.Keys)
        {
            var found = actual.Contains(key)
                ? At($"{path}[{key}]", expected[key], actual[key], isOlder)
                : Text($"{path}[{key}]", expected[key], "nothing");
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Sequences(string path, IEnumerable expected, IEnumerable actual, bool isOlder)
    {
        if (IsUnmade(expected) || IsUnmade(actual))
        {
            return IsUnmade(expected) == IsUnmade(actual) ? null : Text(path + " is default", IsUnmade(expected), IsUnmade(actual));
        }

        object?[] left = [.. expected.Cast<object?>()], right = [.. actual.Cast<object?>()];
        return left.Length != right.Length
            ? Text(path + ".Length", left.Length, right.Length)
            : left.Zip(right).Select((pair, i) => At($"{path}[{i}]", pair.First, pair.Second, isOlder)).FirstOrDefault(d => d is not null);
    }

    private static string? Fields(string path, Type type, object expected, object actual, bool isOlder)
    {
        for (var part = type; part is not null && MessageTypes.IsOwn(part); part = part.BaseType)
        {
            foreach (var field in part.GetFields(Declared))
            {
                var name = field.Name is ['<', ..] ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
                if (At($"{path}.{name}", field.GetValue(expected), field.GetValue(actual), isOlder) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Null, the default of a value type, or an array, list or text without anything in it.</summary>
    internal static bool IsDefault(object? value) => value switch
    {
        null or "" => true,
        ValueType when IsUnmade(value) => true,
        ICollection { Count: 0 } => true,
        _ => false,
    };

    /// <summary>The default of a value type; of an immutable array, one that cannot even be asked for its length.</summary>
    private static bool IsUnmade(object value) => value is ValueType && value.Equals(Activator.CreateInstance(value.GetType()));

    private static string Text(string path, object? expected, object? actual) => $"{path}: written {expected ?? "null"}, read {actual ?? "null"}";
}
