namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public interface IPurseGrain : IGrainWithStringKey
{
    Task<PurseView> View();

    /// <summary>The view as it was in OnActivateAsync.</summary>
    Task<PurseView> FirstView();

    Task<PurseView> Save(int coins);

    Task<PurseView> Clear();

    Task Keep(int coins);

    Task Read();

    /// <summary>Saves and tells what was thrown, if anything.</summary>
    Task<string?> TrySave(int coins);

    Task SaveTwiceAtOnce(int coins);

    Task SaveWithToken(int coins);

    Task<string?> TouchFromOutside();

    Task Deactivate();
}
