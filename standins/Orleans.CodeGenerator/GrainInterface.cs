using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Orleans.CodeGenerator;

/// <summary>An interface whose references are to be written, or what is wrong with it.</summary>
internal sealed class GrainInterface
{
    private GrainInterface(string hint, string? source, string? registration, IReadOnlyList<Diagnostic> problems)
    {
        Hint = hint;
        Source = source;
        Registration = registration;
        Problems = problems;
    }

    internal string Hint { get; }

    internal string? Source { get; }

    internal string? Registration { get; }

    internal IReadOnlyList<Diagnostic> Problems { get; }

    internal static GrainInterface? Of(INamedTypeSymbol type)
    {
        var isObserver = Extends(type, "Orleans.IGrainObserver");
        if (!isObserver && !Extends(type, "Orleans.IGrain"))
        {
            return null;
        }

        var problems = new List<Diagnostic>();
        var methods = new List<GrainMethod>();
        if (!IsReachable(type))
        {
            Report(problems, Refusals.NotReachable, type);
        }

        foreach (var member in new[] { type }.Concat(type.AllInterfaces).SelectMany(i => i.GetMembers()).Where(m => m.IsAbstract && !m.IsStatic))
        {
            Examine(member, isObserver, methods, problems);
        }

        var writer = new ProxyWriter(type, methods);
        return problems.Count > 0
            ? new GrainInterface(writer.Name, null, null, problems)
            : new GrainInterface(writer.Name, writer.Write(), writer.Registration, problems);
    }

    private static void Examine(ISymbol member, bool isObserver, List<GrainMethod> methods, List<Diagnostic> problems)
    {
        if (member is not IMethodSymbol method || method.MethodKind != MethodKind.Ordinary)
        {
            if (member is not IMethodSymbol)
            {
                Report(problems, Refusals.NotAMethod, member);
            }

            return;
        }

        if (method.IsGenericMethod)
        {
            Report(problems, Refusals.GenericMethod, method);
        }
        else if (method.Parameters.Any(p => p.RefKind != RefKind.None))
        {
            Report(problems, Refusals.ByReference, method);
        }
        else if (method.Parameters.Count(p => p.Type.ToDisplayString() == "System.Threading.CancellationToken") > 1)
        {
            Report(problems, Refusals.SeveralTokens, method);
        }
        else if (GrainMethod.Of(method, isObserver) is { } found)
        {
            methods.Add(found);
        }
        else
        {
            Report(problems, Refusals.ReturnType, method);
        }
    }

    private static bool Extends(INamedTypeSymbol type, string name) =>
        type.AllInterfaces.Any(i => string.Equals(i.ToDisplayString(), name, StringComparison.Ordinal));

    private static bool IsReachable(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static void Report(List<Diagnostic> problems, DiagnosticDescriptor refusal, ISymbol symbol) =>
        problems.Add(Diagnostic.Create(refusal, symbol.Locations.FirstOrDefault(), symbol.ToDisplayString()));
}
