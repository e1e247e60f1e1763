using System.Runtime.CompilerServices;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Answers about universes.</summary>
internal sealed class UniversePages(IGrainFactory grains)
{
    // The grain gives the same instance for the same sequence, so that one view serves all that ask.
    private readonly ConditionalWeakTable<Snapshot<UniverseMapState>, EntityView> _maps = [];

    public async Task WriteList(HttpContext context) =>
        await JsonBody.WriteHashed(context, SectorJson.Write(new UniverseListView(await List())));

    /// <summary>The universes that were ever imported, by id.</summary>
    public async Task<IReadOnlyList<UniverseSummaryView>> List()
    {
        var universes = await grains.GetGrain<IPresenceGrain>(IPresenceGrain.All).ListUniverses();
        var snapshots = await Task.WhenAll(universes.Order(StringComparer.Ordinal).Select(universe => grains.GetGrain<IUniverseGrain>(universe).GetSnapshot().AsTask()));
        return
        [
            .. from snapshot in snapshots
               let import = snapshot.State.Import
               where import is not null
               select new UniverseSummaryView(snapshot.Key, import.Report.Sectors, import.Phase),
        ];
    }

    public static async Task WriteUniverse(HttpContext context, Entity universe, string? at)
    {
        if (at is not null)
        {
            await PastPages.Write(context, universe, SectorEntities.UniverseField, at);
            return;
        }

        var view = await universe.Kind.View(universe.Key);
        await (view.Sequence == 0 ? SectorProblems.Unknown(universe, SectorEntities.UniverseField).Write(context) : JsonBody.WriteHashed(context, view.Json));
    }

    public async Task WriteMap(HttpContext context, Entity universe)
    {
        var snapshot = await grains.GetGrain<IUniverseMapGrain>(SectorKeys.Map(universe.Key)).GetSnapshot();
        await (snapshot.Sequence == 0
            ? SectorProblems.Unknown(universe, SectorEntities.UniverseField).Write(context)
            : JsonBody.WriteSequenced(context, _maps.GetValue(snapshot, MapOf)));
    }

    public async Task WritePresence(HttpContext context, Entity universe)
    {
        if ((await grains.GetGrain<IUniverseGrain>(universe.Key).GetSnapshot()).Sequence == 0)
        {
            await SectorProblems.Unknown(universe, SectorEntities.UniverseField).Write(context);
            return;
        }

        var presence = await grains.GetGrain<IPresenceGrain>(universe.Key).Read();
        await JsonBody.WriteHashed(context, SectorJson.Write(UniverseViews.Of(universe.Key, presence)));
    }

    public async Task Sweep(HttpContext context, Entity universe)
    {
        var grain = grains.GetGrain<IUniverseGrain>(universe.Key);
        await ((await grain.GetSnapshot()).Sequence == 0
            ? SectorProblems.Unknown(universe, SectorEntities.UniverseField).Write(context)
            : CommandAnswers.Write(context, await grain.Sweep(), StatusCodes.Status200OK));
    }

    private static EntityView MapOf(Snapshot<UniverseMapState> snapshot) =>
        new(snapshot.Sequence, snapshot.AsOf, snapshot, SectorJson.Write(SectorViews.Of(snapshot.State.Map)));
}
