using System.Reflection;

namespace Orleans.Standin;

/// <summary>A field, or a property with a field behind it, that has to travel.</summary>
internal sealed record SerializedMember(string Name, Type Type, bool HasId, bool IsMarked)
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    internal static IEnumerable<SerializedMember> Of(Type type)
    {
        var parameters = PrimaryParameters(type);
        var implied = type.GetCustomAttribute<GenerateSerializerAttribute>()?.GenerateFieldIds == GenerateFieldIds.PublicProperties;
        foreach (var field in type.GetFields(Declared).Where(f => !f.IsDefined(typeof(NonSerializedAttribute))))
        {
            var property = Property(type, field);
            MemberInfo member = property is null ? field : property;
            yield return new(
                member.Name,
                field.FieldType,
                field.IsDefined(typeof(IdAttribute)) || member.IsDefined(typeof(IdAttribute))
                    || (property is not null && (parameters.Contains(property.Name) || (implied && property.GetMethod?.IsPublic == true))),
                field.IsDefined(typeof(ImmutableAttribute)) || member.IsDefined(typeof(ImmutableAttribute)));
        }
    }

    private static PropertyInfo? Property(Type type, FieldInfo field) =>
        field.Name is ['<', ..] && field.Name.EndsWith(">k__BackingField", StringComparison.Ordinal)
            ? type.GetProperty(field.Name[1..^16], Declared)
            : null;

    /// <summary>A record's positional parameters are included by themselves, unless it says otherwise.</summary>
    private static HashSet<string> PrimaryParameters(Type type)
    {
        var said = type.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(GenerateSerializerAttribute))?.NamedArguments
            .Where(a => a.MemberName == nameof(GenerateSerializerAttribute.IncludePrimaryConstructorParameters))
            .Select(a => (bool?)a.TypedValue.Value).FirstOrDefault();
        return said ?? IsRecord(type)
            ? [.. type.GetConstructors(Declared).SelectMany(c => c.GetParameters()).Select(p => p.Name!)]
            : [];
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", Declared) is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Declared, [typeof(System.Text.StringBuilder)]) is not null);
}
