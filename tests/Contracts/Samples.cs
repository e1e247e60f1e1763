using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace OrleansGameState.Contracts;

/// <summary>
/// Makes a value of any message type, the same each time, with no member left at its default. A type that it cannot make
/// fails the test that asks: say here how.
/// </summary>
internal sealed class Samples
{
    private const int Deepest = 12;

    private static readonly Dictionary<Type, Func<int, object>> Leaves = new()
    {
        [typeof(string)] = n => $"text {n} é 種 \"\n",
        [typeof(bool)] = _ => true,
        [typeof(byte)] = n => (byte)(200 + (n % 50)),
        [typeof(short)] = n => (short)(-30_000 + n),
        [typeof(ushort)] = n => (ushort)(60_000 + n),
        [typeof(int)] = n => -2_000_000_000 + n,
        [typeof(uint)] = n => 4_000_000_000 + (uint)n,
        [typeof(long)] = n => -9_000_000_000_000_000_000 + n,
        [typeof(ulong)] = n => 18_000_000_000_000_000_000 + (ulong)n,
        [typeof(float)] = n => n + 0.1f,
        [typeof(double)] = n => n + 0.1,
        [typeof(decimal)] = n => n + 0.10m,
        [typeof(Guid)] = n => new Guid(n, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        [typeof(TimeSpan)] = n => new TimeSpan(1, 2, 3, 4, 5 + n),
        [typeof(DateTime)] = n => new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc).AddTicks(n),
        [typeof(DateTimeOffset)] = n => new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(2)).AddTicks(n),
        [typeof(DateOnly)] = n => new DateOnly(2026, 2, 3).AddDays(n),
        [typeof(TimeOnly)] = n => new TimeOnly(4, 5, 6, n % 1000),
        [typeof(Uri)] = n => new Uri($"https://example.org/{n}"),
    };

    private int _made;

    /// <summary>A value of a type; of an abstract one, of its family's <paramref name="variant"/>th member.</summary>
    internal static object Of(Type type, int variant = 0) => new Samples().Make(type, 0, variant)!;

    private object? Make(Type type, int depth, int variant = 0)
    {
        if (depth > Deepest)
        {
            throw new NotSupportedException($"{type} contains itself: say here how to make one that ends.");
        }

        var n = ++_made;
        if (Leaves.TryGetValue(type, out var leaf))
        {
            return leaf(n);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Make(underlying, depth);
        }

        if (type.IsEnum)
        {
            // The last named value: never the default, and one that an older reader may not know.
            return Enum.GetValues(type).Cast<object>().Last(v => Convert.ToInt64(v, null) != 0);
        }

        return Collection(type, depth) ?? Own(type, depth, variant);
    }

    private object? Collection(Type type, int depth)
    {
        if (!type.IsGenericType)
        {
            return type.IsArray ? Elements(type.GetElementType()!, depth) : null;
        }

        var arguments = type.GenericTypeArguments;
        return type.GetGenericTypeDefinition() switch
        {
            var t when t == typeof(ImmutableArray<>) => Call(typeof(ImmutableArray), nameof(ImmutableArray.Create), arguments, Elements(arguments[0], depth)),
            var t when t == typeof(ImmutableList<>) => Call(typeof(ImmutableList), nameof(ImmutableList.CreateRange), arguments, Elements(arguments[0], depth)),
            var t when t == typeof(ImmutableHashSet<>) => Call(typeof(ImmutableHashSet), nameof(ImmutableHashSet.CreateRange), arguments, Elements(arguments[0], depth)),
            var t when t == typeof(ImmutableSortedSet<>) => Call(typeof(ImmutableSortedSet), nameof(ImmutableSortedSet.CreateRange), arguments, Elements(arguments[0], depth)),
            var t when t == typeof(ImmutableDictionary<,>) => Call(typeof(ImmutableDictionary), nameof(ImmutableDictionary.CreateRange), arguments, Pairs(arguments, depth)),
            var t when t == typeof(ImmutableSortedDictionary<,>) => Call(typeof(ImmutableSortedDictionary), nameof(ImmutableSortedDictionary.CreateRange), arguments, Pairs(arguments, depth)),
            var t when t == typeof(KeyValuePair<,>) => Activator.CreateInstance(type, Make(arguments[0], depth + 1), Make(arguments[1], depth + 1)),
            _ => null,
        };
    }

    /// <summary>Two elements; of a family, one of each member.</summary>
    private Array Elements(Type type, int depth)
    {
        var count = type.IsAbstract ? MessageTypes.Family(type).Count() : 2;
        var elements = Array.CreateInstance(type, IsAlwaysTheSame(type) ? 1 : count);
        for (var i = 0; i < elements.Length; i++)
        {
            elements.SetValue(Make(type, depth + 1, i), i);
        }

        return elements;
    }

    /// <summary>A set or dictionary has room for one of them.</summary>
    private static bool IsAlwaysTheSame(Type type) => type.IsEnum || type == typeof(bool)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) && IsAlwaysTheSame(type.GenericTypeArguments[0]));

    private Array Pairs(Type[] types, int depth) => Elements(typeof(KeyValuePair<,>).MakeGenericType(types), depth);

    private object Own(Type type, int depth, int variant)
    {
        if (type.IsAbstract && MessageTypes.Family(type).ToArray() is { Length: > 0 } family)
        {
            return Make(family[variant % family.Length], depth)!;
        }

        if (!MessageTypes.IsOwn(type))
        {
            throw new NotSupportedException($"There is no sample of {type}: say here how to make one.");
        }

        return typeof(Exception).IsAssignableFrom(type) ? OwnException(type, depth) : Record(type, depth);
    }

    private object OwnException(Type type, int depth)
    {
        var made = Activator.CreateInstance(type, Make(typeof(string), depth + 1), new TimeoutException("inner"))!;
        Fill(made, WireMember.Of(type), depth);
        return made;
    }

    private object Record(Type type, int depth)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(c => c.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(c => c.GetParameters().Length);
        var parameters = constructor?.GetParameters() ?? [];
        var made = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. parameters.Select(p => Make(p.ParameterType, depth + 1))]);
        Fill(made, WireMember.Of(type).Where(m => !parameters.Any(p => string.Equals(p.Name, m.Info.Name, StringComparison.OrdinalIgnoreCase))), depth);
        return made;
    }

    private void Fill(object made, IEnumerable<WireMember> members, int depth)
    {
        foreach (var member in members)
        {
            member.Write(made, Make(member.Type, depth + 1));
        }
    }

    private static object Call(Type factory, string method, Type[] arguments, IEnumerable elements) => factory.GetMethods()
        .Single(m => m.Name == method && m.GetGenericArguments().Length == arguments.Length && m.GetParameters() is [var only] && Takes(only))
        .MakeGenericMethod(arguments)
        .Invoke(null, [elements])!;

    private static bool Takes(ParameterInfo parameter) => parameter.ParameterType.IsArray
        || (parameter.ParameterType.IsGenericType && parameter.ParameterType.GetGenericTypeDefinition() == typeof(IEnumerable<>));
}
