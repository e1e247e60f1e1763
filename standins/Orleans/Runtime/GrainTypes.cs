using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Configuration;

namespace Orleans.Standin;

/// <summary>The application's grain classes and interfaces.</summary>
internal sealed class GrainTypes
{
    private readonly ConcurrentDictionary<(Type Interface, string? Prefix), GrainClass> _byInterface = new();

    internal GrainTypes(IEnumerable<Assembly> assemblies, GrainCollectionOptions collection, Constructors constructors)
    {
        HashSet<Type> types = [.. assemblies.SelectMany(TypesOf)];
        All = types;
        Interfaces = [.. types.Where(IsGrainInterface)];
        Classes = [.. types.Where(IsGrainClass).Select(type => new GrainClass(type, collection, constructors))];
        foreach (var group in Classes.GroupBy(c => c.GrainType).Where(g => g.Count() > 1))
        {
            throw new OrleansConfigurationException(
                $"Grain classes {string.Join(" and ", group.Select(c => c.Type.FullName))} have the same name '{group.Key}'; rename all but one.");
        }
    }

    internal IReadOnlyCollection<Type> All { get; }

    internal IReadOnlyList<Type> Interfaces { get; }

    internal IReadOnlyList<GrainClass> Classes { get; }

    internal GrainClass ClassOf(Type interfaceType, string? prefix) =>
        _byInterface.TryGetValue((interfaceType, prefix), out var found) ? found : _byInterface.GetOrAdd((interfaceType, prefix), Resolve);

    private GrainClass Resolve((Type Interface, string? Prefix) wanted)
    {
        var candidates = Classes
            .Where(c => wanted.Interface.IsAssignableFrom(c.Type)
                && (wanted.Prefix is null || c.Type.FullName!.StartsWith(wanted.Prefix, StringComparison.Ordinal)))
            .ToList();
        if (candidates.Count > 1 && candidates.Where(c => IsNamedAfter(c.Type, wanted.Interface)).ToList() is [var named])
        {
            return named;
        }

        return candidates switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"Could not find an implementation for interface {wanted.Interface.FullName}"),
            _ => throw new ArgumentException(
                $"Unable to identify a single appropriate grain type for interface {wanted.Interface.FullName}. " +
                $"Candidates: {string.Join(", ", candidates.Select(c => c.Type.FullName))}"),
        };
    }

    private static bool IsNamedAfter(Type type, Type interfaceType) =>
        interfaceType.Name.StartsWith('I') && type.Name == interfaceType.Name[1..];

    private static bool IsGrainInterface(Type type) =>
        type.IsInterface
        && (typeof(IGrain).IsAssignableFrom(type) || typeof(IGrainObserver).IsAssignableFrom(type))
        && type.Assembly != typeof(IGrain).Assembly;

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && typeof(IGrainBase).IsAssignableFrom(type) && typeof(IGrain).IsAssignableFrom(type);

    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return [.. exception.Types.OfType<Type>()];
        }
    }
}
