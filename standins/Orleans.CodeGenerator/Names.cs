using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Orleans.CodeGenerator;

internal static class Names
{
    /// <summary>With global:: and nullability, as code can name it anywhere.</summary>
    internal static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayFormat.FullyQualifiedFormat.MiscellaneousOptions
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>As typeof takes it.</summary>
    internal static readonly SymbolDisplayFormat WithoutNullability = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>For people.</summary>
    internal static readonly SymbolDisplayFormat Plain =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>One identifier for a type, nested or not.</summary>
    internal static string Flat(INamedTypeSymbol type)
    {
        var text = new StringBuilder("Proxy_");
        foreach (var c in type.OriginalDefinition.ToDisplayString())
        {
            text.Append(char.IsLetterOrDigit(c) ? c : '_');
        }

        return text.Append('_').Append(type.Arity).ToString();
    }

    internal static string Parameter(IParameterSymbol parameter) => "@" + parameter.Name;

    internal static string TypeParameters(INamedTypeSymbol type) =>
        type.Arity == 0 ? string.Empty : "<" + string.Join(", ", type.TypeParameters.Select(p => p.Name)) + ">";

    internal static string Constraints(INamedTypeSymbol type)
    {
        var text = new StringBuilder();
        foreach (var parameter in type.TypeParameters)
        {
            var parts = parameter.ConstraintTypes.Select(t => t.ToDisplayString(Full)).ToList();
            if (parameter.HasUnmanagedTypeConstraint)
            {
                parts.Insert(0, "unmanaged");
            }
            else if (parameter.HasValueTypeConstraint)
            {
                parts.Insert(0, "struct");
            }
            else if (parameter.HasReferenceTypeConstraint)
            {
                parts.Insert(0, parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
            }
            else if (parameter.HasNotNullConstraint)
            {
                parts.Insert(0, "notnull");
            }

            if (parameter.HasConstructorConstraint)
            {
                parts.Add("new()");
            }

            if (parts.Count > 0)
            {
                text.Append(" where ").Append(parameter.Name).Append(" : ").Append(string.Join(", ", parts));
            }
        }

        return text.ToString();
    }
}
