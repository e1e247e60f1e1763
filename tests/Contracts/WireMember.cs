using System.Reflection;

namespace OrleansGameState.Contracts;

/// <summary>A member that travels.</summary>
/// <param name="Owner">The class of the line that declares it: ids count anew in each.</param>
/// <param name="Id">Its number on the wire.</param>
/// <param name="Info">The property, or the field.</param>
/// <param name="Type">What it holds.</param>
internal sealed record WireMember(Type Owner, uint Id, MemberInfo Info, Type Type)
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The members that one class declares.</summary>
    internal static IEnumerable<WireMember> DeclaredBy(Type type) =>
        type.GetMembers(Declared)
            .Where(m => m is PropertyInfo or FieldInfo && m.IsDefined(typeof(IdAttribute)))
            .Select(m => new WireMember(type, m.GetCustomAttribute<IdAttribute>()!.Id, m, m is PropertyInfo p ? p.PropertyType : ((FieldInfo)m).FieldType))
            .OrderBy(m => m.Id);

    /// <summary>The members of a whole line.</summary>
    internal static IEnumerable<WireMember> Of(Type type)
    {
        for (var part = type; part is not null && MessageTypes.IsOwn(part); part = part.BaseType)
        {
            foreach (var member in DeclaredBy(part))
            {
                yield return member;
            }
        }
    }

    internal object? Read(object from) => Info is PropertyInfo property ? property.GetValue(from) : ((FieldInfo)Info).GetValue(from);

    internal void Write(object to, object? value)
    {
        if (Info is PropertyInfo property)
        {
            property.SetValue(to, value);
        }
        else
        {
            ((FieldInfo)Info).SetValue(to, value);
        }
    }
}
