using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Orleans.CodeGenerator;

/// <summary>A method of a grain interface, as the proxy has to write it.</summary>
internal sealed class GrainMethod
{
    private GrainMethod(IMethodSymbol symbol, MethodShape shape, string result)
    {
        Symbol = symbol;
        Shape = shape;
        Result = result;
        Declaring = symbol.ContainingType.ToDisplayString(Names.Full);
        Options = OptionsOf(symbol, shape);
        TimeoutMilliseconds = TimeoutOf(symbol);
    }

    internal IMethodSymbol Symbol { get; }

    internal MethodShape Shape { get; }

    /// <summary>The result's type; empty where there is none.</summary>
    internal string Result { get; }

    internal string Declaring { get; }

    internal string Options { get; }

    /// <summary>0 where the method does not say.</summary>
    internal int TimeoutMilliseconds { get; }

    internal bool IsOneWay => Options.Contains("OneWay");

    internal static GrainMethod? Of(IMethodSymbol symbol, bool isObserver)
    {
        var shape = ShapeOf(symbol, isObserver);
        if (shape is null)
        {
            return null;
        }

        var result = symbol.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } named
            ? named.TypeArguments[0].ToDisplayString(Names.Full)
            : string.Empty;
        return new GrainMethod(symbol, shape.Value, result);
    }

    private static MethodShape? ShapeOf(IMethodSymbol symbol, bool isObserver) => symbol.ReturnType.OriginalDefinition.ToDisplayString() switch
    {
        "void" when isObserver => MethodShape.Void,
        "System.Threading.Tasks.Task" => MethodShape.Task,
        "System.Threading.Tasks.Task<TResult>" => MethodShape.TaskOf,
        "System.Threading.Tasks.ValueTask" => MethodShape.ValueTask,
        "System.Threading.Tasks.ValueTask<TResult>" => MethodShape.ValueTaskOf,
        _ => null,
    };

    private static int TimeoutOf(IMethodSymbol symbol)
    {
        var said = symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == "Orleans.ResponseTimeoutAttribute");
        return said?.ConstructorArguments.FirstOrDefault().Value is string text
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout)
            ? (int)Math.Min(timeout.TotalMilliseconds, int.MaxValue)
            : 0;
    }

    private static string OptionsOf(IMethodSymbol symbol, MethodShape shape)
    {
        var options = new List<string>();
        foreach (var name in symbol.GetAttributes().Select(a => a.AttributeClass?.ToDisplayString()))
        {
            switch (name)
            {
                case "Orleans.Concurrency.ReadOnlyAttribute":
                    options.Add("ReadOnly");
                    break;
                case "Orleans.Concurrency.AlwaysInterleaveAttribute":
                    options.Add("AlwaysInterleave");
                    break;
                case "Orleans.Concurrency.OneWayAttribute" when shape != MethodShape.Void:
                    options.Add("OneWay");
                    break;
            }
        }

        if (shape == MethodShape.Void)
        {
            options.Add("OneWay");
        }

        return options.Count == 0
            ? "global::Orleans.Standin.CallOptions.None"
            : string.Join(" | ", options.Select(o => "global::Orleans.Standin.CallOptions." + o));
    }
}
