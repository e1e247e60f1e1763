using FsCheck;
using FsCheck.Experimental;

namespace OrleansGameState.Silo.Tests.Sectors.Model;

/// <summary>Whatever is done in whatever order, crashes included, the universe answers and is as the model.</summary>
public sealed class ModelTests
{
    private const int Steps = 25;

    // MODEL_RUNS, 25 by default: none with 0, where a silo that hangs takes long to be rid of.
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("MODEL_RUNS"), out var runs) ? runs : 25;

    [SkippableFact]
    public void Universe_WhateverIsDone_IsAsTheModel()
    {
        Skip.If(Runs == 0, "MODEL_RUNS is 0.");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs), StateMachine.ToProperty(new UniverseMachine(Steps)));
    }
}
