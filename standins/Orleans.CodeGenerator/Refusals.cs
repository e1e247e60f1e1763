using Microsoft.CodeAnalysis;

namespace Orleans.CodeGenerator;

/// <summary>What a grain or observer interface may not have.</summary>
internal static class Refusals
{
    private const string OnlyNuget = "The stand-in for Orleans does not support it: build with -p:Packages=nuget";

    internal static readonly DiagnosticDescriptor GenericMethod = Error(
        "OSI001", "Generic grain method", "{0} is generic. " + OnlyNuget + ", or declare a method for each type.");

    internal static readonly DiagnosticDescriptor ReturnType = Error(
        "OSI002", "Return type of a grain method", "{0} must return Task, Task<T>, ValueTask or ValueTask<T> (void in an observer)");

    internal static readonly DiagnosticDescriptor ByReference = Error(
        "OSI003", "Parameter by reference", "{0} has a ref, in or out parameter; calls pass values only");

    internal static readonly DiagnosticDescriptor NotAMethod = Error(
        "OSI004", "Property or event of a grain interface", "{0} is not a method; grains are called through methods only");

    internal static readonly DiagnosticDescriptor NotReachable = Error(
        "OSI005", "Inaccessible grain interface", "{0} must be public or internal, as must the types it is nested in");

    internal static readonly DiagnosticDescriptor SeveralTokens = Error(
        "OSI006", "Several cancellation tokens", "{0} has more than one CancellationToken");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Orleans", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
