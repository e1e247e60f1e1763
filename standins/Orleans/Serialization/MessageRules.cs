using System.Reflection;

namespace Orleans.Standin;

/// <summary>
/// What a message or a state must be. Orleans copies what is passed and fails late where it cannot; here references are
/// passed on, so whatever could be seen to change, or could not travel, is refused when the silo starts.
/// </summary>
internal sealed class MessageRules(IReadOnlyCollection<Type> applicationTypes)
{
    private readonly HashSet<(Type Type, bool IsMarked)> _seen = [];
    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);
    private readonly Lock _checking = new();

    /// <summary>Checks everything the grain interfaces and classes mention.</summary>
    internal void Enforce(GrainTypes types)
    {
        lock (_checking)
        {
            foreach (var type in types.Interfaces.Where(i => !i.ContainsGenericParameters).SelectMany(i => i.GetInterfaces().Append(i)).Distinct())
            {
                Interface(type);
            }

            foreach (var grainClass in types.Classes)
            {
                States(grainClass.Type);
            }

            ThrowIfAny();
        }
    }

    /// <summary>Checks a type that is met only when a stream of it is asked for.</summary>
    internal void EnforceStreamItem(Type type)
    {
        lock (_checking)
        {
            Message(type, false, type.FullName ?? type.Name);
            ThrowIfAny();
        }
    }

    /// <summary>What is wrong with one type as a message.</summary>
    internal IReadOnlyCollection<string> Problems(Type type)
    {
        lock (_checking)
        {
            Message(type, false, type.FullName ?? type.Name);
            string[] found = [.. _problems];
            _problems.Clear();
            return found;
        }
    }

    private void ThrowIfAny()
    {
        if (_problems.Count == 0)
        {
            return;
        }

        var text = string.Join(Environment.NewLine, _problems);
        _problems.Clear();
        _seen.Clear();
        throw new OrleansConfigurationException("These messages or states cannot be used:" + Environment.NewLine + text);
    }

    private void Interface(Type type)
    {
        foreach (var method in type.GetMethods().Where(m => m.IsAbstract && !m.IsStatic))
        {
            var where = $"{type.FullName}.{method.Name}";
            foreach (var parameter in method.GetParameters().Where(p => p.ParameterType != typeof(CancellationToken)))
            {
                Message(parameter.ParameterType, parameter.IsDefined(typeof(ImmutableAttribute)), where);
            }

            var result = method.ReturnType;
            if (result.IsGenericType)
            {
                Message(result.GenericTypeArguments[0], method.ReturnParameter.IsDefined(typeof(ImmutableAttribute)), where);
            }
        }
    }

    private void States(Type grainClass)
    {
        var states = grainClass.GetConstructors().SelectMany(c => c.GetParameters())
            .Where(p => p.IsDefined(typeof(PersistentStateAttribute)) && p.ParameterType.IsGenericType);
        foreach (var type in states.Select(p => p.ParameterType.GenericTypeArguments[0]))
        {
            if (!Immutability.Holds(type))
            {
                _problems.Add(
                    $"{type.FullName}, a state of {grainClass.FullName}, can change: make its members init-only or get-only and of immutable types, or promise it with [Immutable].");
            }
        }
    }

    /// <param name="type">The type.</param>
    /// <param name="isMarked">Whether the member, parameter or containing type is [Immutable].</param>
    /// <param name="where">For the problem's text.</param>
    private void Message(Type type, bool isMarked, string where)
    {
        if (!_seen.Add((type, isMarked)) || type.IsGenericParameter || KnownTypes.IsLeaf(type))
        {
            return;
        }

        if (type.IsArray)
        {
            Container(type, [type.GetElementType()!], isMarked, where);
        }
        else if (KnownTypes.IsImmutableContainer(type))
        {
            Each(type.GenericTypeArguments, isMarked, where);
        }
        else if (KnownTypes.IsMutableContainer(type))
        {
            Container(type, type.GenericTypeArguments, isMarked, where);
        }
        else if (applicationTypes.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type))
        {
            Own(type, isMarked, where);
        }
        else
        {
            _problems.Add($"{Name(type)} ({where}) has no serializer that this build knows of: pass a type of your own with [GenerateSerializer].");
        }
    }

    private void Container(Type type, Type[] elements, bool isMarked, string where)
    {
        if (!isMarked)
        {
            _problems.Add($"{Name(type)} ({where}) can change: use an immutable collection, or promise it with [Immutable].");
        }

        Each(elements, isMarked, where);
    }

    private void Each(Type[] types, bool isMarked, string where)
    {
        foreach (var type in types)
        {
            Message(type, isMarked, where);
        }
    }

    private void Own(Type type, bool isMarked, string where)
    {
        foreach (var derived in Derived(type))
        {
            Message(derived, isMarked, where);
        }

        if (!isMarked && type is { IsInterface: false, IsAbstract: false } && !Immutability.Holds(type))
        {
            _problems.Add($"{Name(type)} ({where}) can change: make its members init-only or get-only and of immutable types, or promise it with [Immutable].");
        }

        // Each class of the line has a serializer of its own.
        for (var part = type; part is { IsInterface: false } && part != typeof(object) && part != typeof(ValueType); part = part.BaseType)
        {
            Part(part, isMarked, where);
        }
    }

    private void Part(Type type, bool isMarked, string where)
    {
        if (type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
        {
            Members(type, isMarked);
        }
        else
        {
            _problems.Add($"{Name(type)} ({where}) lacks [GenerateSerializer]: add it, and [Id] to its members.");
        }
    }

    private void Members(Type type, bool isMarked)
    {
        var marked = isMarked || type.IsDefined(typeof(ImmutableAttribute), inherit: false);
        foreach (var member in SerializedMember.Of(type))
        {
            if (!member.HasId)
            {
                _problems.Add($"{Name(type)}.{member.Name} lacks [Id]: add it, or [NonSerialized] to leave the member out.");
            }

            Message(member.Type, marked || member.IsMarked, $"{Name(type)}.{member.Name}");
        }
    }

    private IEnumerable<Type> Derived(Type type) => type.IsSealed || type.IsValueType
        ? []
        : applicationTypes.Where(t => t is { IsInterface: false, ContainsGenericParameters: false } && t != type && type.IsAssignableFrom(t));

    private static string Name(Type type) => type.FullName is { } name && !type.IsGenericType ? name : type.ToString();
}
