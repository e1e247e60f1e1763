using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Orleans.CodeGenerator;
using Xunit;

namespace OrleansGameState.Standins.Tests.StandinOnly;

public sealed class ProxyGeneratorTests
{
    [Theory]
    [InlineData("Task Do<T>(T what);", "OSI001")]
    [InlineData("int Do();", "OSI002")]
    [InlineData("void Do();", "OSI002")]
    [InlineData("IAsyncEnumerable<int> Do();", "OSI002")]
    [InlineData("Task Do(ref int what);", "OSI003")]
    [InlineData("int Number { get; }", "OSI004")]
    [InlineData("Task Do(CancellationToken one, CancellationToken other);", "OSI006")]
    public void GrainInterface_WithWhatCannotBeCalled_IsRefused(string member, string id) =>
        Assert.Equal([id], Run($"public interface IBad : Orleans.IGrainWithStringKey {{ {member} }}").Select(d => d.Id));

    [Fact]
    public void PrivateGrainInterface_IsRefused() =>
        Assert.Equal(["OSI005"], Run("public class C { private interface IBad : Orleans.IGrainWithStringKey { } }").Select(d => d.Id));

    [Theory]
    [InlineData("public interface IGood : Orleans.IGrainWithStringKey { Task A(); ValueTask<int?> B(string? @class, CancellationToken c); }")]
    [InlineData("internal interface IGood<T> : Orleans.IGrainWithIntegerKey where T : class, new() { Task<T> A(T[] x); }")]
    [InlineData("public class C { internal interface IGood : Orleans.IGrainObserver { void A((int, string?) pair); Task B(); } }")]
    [InlineData("public interface IOne<T> : Orleans.IGrainWithStringKey { Task<T> A(); } public interface IGood : IOne<string?> { Task A(int x); }")]
    public void GrainInterface_ThatCanBeCalled_CompilesWithoutAWord(string code) => Assert.Empty(Run(code));

    private static IEnumerable<Diagnostic> Run(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText("#nullable enable\nusing System.Collections.Generic; using System.Threading; using System.Threading.Tasks;\n" + code)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver.Create(new ProxyGenerator())
            .RunGeneratorsAndUpdateCompilation(compilation, out var after, out var diagnostics);
        return diagnostics.Concat(after.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }
}
