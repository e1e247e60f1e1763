using System.Collections.Concurrent;
using System.ComponentModel;

namespace Orleans.Standin;

/// <summary>The generated references, by interface. Filled by module initialisers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ProxyRegistry
{
    private static readonly ConcurrentDictionary<Type, Func<ReferenceSeed, object>> Makers = new();
    private static readonly ConcurrentDictionary<Type, Type> Open = new();

    /// <summary>For the generated code.</summary>
    public static void Add(Type interfaceType, Func<ReferenceSeed, object> maker) => Makers[interfaceType] = maker;

    /// <summary>For the generated code: both are open generic types with the same parameters.</summary>
    public static void AddOpen(Type interfaceType, Type proxyType) => Open[interfaceType] = proxyType;

    internal static object Create(Type interfaceType, ReferenceSeed seed) => Maker(interfaceType)(seed);

    internal static Func<ReferenceSeed, object> Maker(Type interfaceType)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(interfaceType.Module.ModuleHandle);
        return Makers.GetOrAdd(interfaceType, static type =>
        {
            if (type.IsConstructedGenericType && Open.TryGetValue(type.GetGenericTypeDefinition(), out var open))
            {
                var constructor = open.MakeGenericType(type.GenericTypeArguments).GetConstructors()[0];
                return seed => constructor.Invoke([seed]);
            }

            throw new ArgumentException(
                $"No reference to {type.FullName} was generated. The project that declares it needs a PackageReference to Microsoft.Orleans.Sdk.");
        });
    }
}
