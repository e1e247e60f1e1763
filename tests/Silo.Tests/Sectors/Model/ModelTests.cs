using FsCheck;
using FsCheck.Experimental;

namespace OrleansGameState.Silo.Tests.Sectors.Model;

/// <summary>Whatever is done in whatever order, crashes included, the universe answers and is as the model.</summary>
public sealed class ModelTests
{
    private const int Runs = 40;
    private const int Steps = 25;

    [Fact]
    public void Universe_WhateverIsDone_IsAsTheModel() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs), StateMachine.ToProperty(new UniverseMachine(Steps)));
}
