using System.Reflection;
using Orleans.Concurrency;
using Orleans.Configuration;

namespace Orleans.Standin;

/// <summary>What is known of a grain class.</summary>
internal sealed class GrainClass
{
    private readonly ConstructorInvoker _constructor;
    private readonly Func<Activation, object?>[] _arguments;

    internal GrainClass(Type type, GrainCollectionOptions collection, Constructors constructors)
    {
        if (type.GetCustomAttribute<StatelessWorkerAttribute>() is { MaxLocalWorkers: not 1 })
        {
            throw NotInThisBuild.Error($"{type.FullName}: more than one stateless worker a silo ([StatelessWorker] without 1)");
        }

        Type = type;
        GrainType = GrainType.Create(NameOf(type));
        IsFilter = typeof(IIncomingGrainCallFilter).IsAssignableFrom(type);
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        CollectionAgeMilliseconds = AgeOf(type, collection);
        var constructor = Constructors.Choose(type);
        _constructor = ConstructorInvoker.Create(constructor);
        _arguments = [.. constructor.GetParameters().Select(p => constructors.Resolver(type, p))];
    }

    internal Type Type { get; }

    /// <summary>As statistics name it: full name, comma, assembly.</summary>
    internal string TypeName => field ??= $"{Type.FullName},{Type.Assembly.GetName().Name}";

    internal GrainType GrainType { get; }

    internal bool IsReentrant { get; }

    internal bool IsFilter { get; }

    internal long CollectionAgeMilliseconds { get; }

    internal object Create(Activation activation)
    {
        var arguments = new object?[_arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _arguments[i](activation);
        }

        return _constructor.Invoke(arguments.AsSpan());
    }

    private static string NameOf(Type type)
    {
        const string Suffix = "Grain";
        var name = type.Name;
        name = name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? name[..^Suffix.Length] : name;
        return (type.Assembly == typeof(GrainClass).Assembly ? "sys." : string.Empty) + name.ToLowerInvariant();
    }

    private static long AgeOf(Type type, GrainCollectionOptions collection)
    {
        if (type.IsDefined(typeof(KeepAliveAttribute), inherit: true))
        {
            return long.MaxValue;
        }

        if (type.GetCustomAttribute<CollectionAgeLimitAttribute>() is { } limit)
        {
            return limit.AlwaysActive ? long.MaxValue : (long)limit.AgeLimit.TotalMilliseconds;
        }

        return (long)(collection.ClassSpecificCollectionAge.TryGetValue(type.FullName!, out var age) ? age : collection.CollectionAge)
            .TotalMilliseconds;
    }
}
