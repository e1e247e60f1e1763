using System.Runtime.CompilerServices;

namespace Orleans.Standin;

/// <summary>The state of a grain that has none stored: made by the parameterless constructor, or without any.</summary>
internal static class StateMaker<T>
{
    private static readonly bool HasConstructor = typeof(T).GetConstructor(Type.EmptyTypes) is not null;
    private static readonly bool IsMade = !typeof(T).IsAbstract && !typeof(T).IsArray && typeof(T) != typeof(string);

    internal static T? Make() =>
        typeof(T).IsValueType || !IsMade ? default
        : HasConstructor ? Activator.CreateInstance<T>()
        : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
}
