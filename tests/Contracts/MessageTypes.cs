using System.Reflection;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Contracts;

/// <summary>What travels between silos: the types of the contracts, found by their attributes.</summary>
internal static class MessageTypes
{
    private static readonly Assembly Contracts = typeof(IEntityGrain).Assembly;

    // In the order in which they came: of a family that has members of several, samples take the first, now as before.
    private static readonly string[] Systems = ["Territory", "StarSystems", "Sectors"];

    /// <summary>Every message type, abstract and generic ones too.</summary>
    internal static IReadOnlyList<Type> Declared { get; } =
        [.. Contracts.GetTypes().Where(t => t.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    /// <summary>The states of the entities.</summary>
    internal static IReadOnlyList<Type> States { get; } =
        [.. Declared.Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityState<,>)))];

    /// <summary>Every type of which there can be a value; generic ones once for each state.</summary>
    internal static IReadOnlyList<Type> Concrete { get; } =
        [.. Declared.Where(t => !t.IsAbstract).SelectMany(Close)];

    internal static IReadOnlyList<Type> Interfaces { get; } =
        [.. Contracts.GetTypes().Where(IsGrainInterface).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    /// <summary>The members of a closed family.</summary>
    internal static IEnumerable<Type> Family(Type type) => Concrete.Where(type.IsAssignableFrom).OrderBy(member => Array.IndexOf(Systems, member.Namespace!.Split('.')[^1]));

    internal static bool IsOwn(Type type) => type.Assembly == Contracts;

    internal static string AliasOf(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias
        ?? throw new InvalidOperationException($"{member} has no [Alias]: add one, and never change it.");

    /// <summary>As the contract's text names a type: by its alias where it is ours.</summary>
    internal static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying) + "?";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = IsOwn(type) && !type.IsEnum ? AliasOf(type) : type.Name;
        name = name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GenericTypeArguments.Select(NameOf))}>" : name;
    }

    private static IEnumerable<Type> Close(Type type) => !type.IsGenericTypeDefinition
        ? [type]
        : type.GetGenericArguments().Length == 1
            ? States.Select(state => type.MakeGenericType(state))
            : throw new NotSupportedException($"{type} has several type parameters: say here what they stand for.");

    private static bool IsGrainInterface(Type type) =>
        type.IsInterface && (typeof(IGrain).IsAssignableFrom(type) || typeof(IGrainObserver).IsAssignableFrom(type));
}
