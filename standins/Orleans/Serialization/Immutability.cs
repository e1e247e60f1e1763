using System.Reflection;

namespace Orleans.Standin;

/// <summary>Whether an object of a type can be seen to change once it is made.</summary>
internal static class Immutability
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    internal static bool Holds(Type type) => Holds(type, []);

    private static bool Holds(Type type, HashSet<Type> assumed)
    {
        if (!assumed.Add(type) || type.IsGenericParameter || KnownTypes.IsLeaf(type) || type.IsDefined(typeof(ImmutableAttribute), inherit: false))
        {
            return true;
        }

        if (KnownTypes.IsImmutableContainer(type))
        {
            return type.GenericTypeArguments.All(argument => Holds(argument, assumed));
        }

        if (type.IsArray || KnownTypes.IsMutableContainer(type) || type == typeof(object) || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        {
            return false;
        }

        return type.GetFields(Declared).All(field => IsFixed(field, type) && Holds(field.FieldType, assumed))
            && (type.BaseType is not { } parent || parent == typeof(object) || parent == typeof(ValueType) || Holds(parent, assumed));
    }

    /// <summary>A struct is copied when it is handed over, so only what it refers to matters.</summary>
    private static bool IsFixed(FieldInfo field, Type type) =>
        field.IsInitOnly || type.IsValueType || field.IsDefined(typeof(ImmutableAttribute));
}
