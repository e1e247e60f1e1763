using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Answers about sectors, players and tunnels.</summary>
internal sealed class SectorPages(IGrainFactory grains, SectorEntities entities, SectorKind sectors)
{
    /// <summary>One entity, now or at an instant.</summary>
    public static async Task WriteEntity(HttpContext context, Entity entity, string field, string? at)
    {
        if (at is not null)
        {
            await PastPages.Write(context, entity, field, at);
            return;
        }

        var view = await entity.Kind.View(entity.Key);
        await (view.Sequence == 0 ? SectorProblems.Unknown(entity, field).Write(context) : JsonBody.WriteSequenced(context, view));
    }

    public async Task WriteScan(HttpContext context, string universe, string sector, string? depth)
    {
        var steps = 1;
        if (entities.Sector(universe, sector).Problem is { } problem
            || (depth is not null && !Numbers.TryParse("depth", depth, 0, SectorChecks.DeepestScan, out steps, out problem)))
        {
            await problem!.Write(context);
            return;
        }

        var answer = await grains.GetGrain<IUniverseMapGrain>(SectorKeys.Map(universe)).Scan(sector, steps);
        if (answer.Rejection is { } rejection)
        {
            await SectorProblems.Of(rejection).Write(context);
            return;
        }

        await JsonBody.WriteHashed(context, RealtimeJson.Write(json =>
        {
            json.WriteString("universe", universe);
            json.WriteString("sector", sector);
            json.WriteNumber("depth", steps);
            json.WriteNumber("mapVersion", answer.MapVersion);
            json.WriteStartArray("sectors");
            foreach (var found in answer.Sectors)
            {
                json.WriteRawValue(Scanned(found), skipInputValidation: true);
            }

            json.WriteEndArray();
        }));
    }

    public async Task WritePath(HttpContext context, string universe, string? from, string? to, string? avoid)
    {
        string[] avoided = (avoid ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if ((entities.Universe(universe).Problem
            ?? SectorChecks.Id(SectorEntities.From, from)
            ?? SectorChecks.Id(SectorEntities.To, to)
            ?? SectorChecks.Avoided(avoided)) is { } problem)
        {
            await problem.Write(context);
            return;
        }

        var answer = await grains.GetGrain<IUniverseMapGrain>(SectorKeys.Map(universe)).FindPath(from!, to!, [.. avoided]);
        await (answer.Rejection is { } rejection
            ? SectorProblems.Of(rejection).Write(context)
            : JsonBody.WriteHashed(context, SectorJson.Write(new PathView(from!, to!, answer.Turns, answer.MapVersion, answer.Steps))));
    }

    /// <summary>What happened in a player's sector since an instant; since they were away where none is given.</summary>
    public async Task WriteAway(HttpContext context, Entity player, string? since)
    {
        DateTimeOffset? asked = null;
        if ((since is not null && !EventPages.TryBound("since", since, out asked, out var problem))
            || !EventPages.TryQuery(context.Request.Query, out var query, out problem))
        {
            await problem!.Write(context);
            return;
        }

        var snapshot = await grains.GetGrain<IPlayerGrain>(player.Key).GetSnapshot();
        if (snapshot.State.Profile is null)
        {
            await SectorProblems.Unknown(player, SectorEntities.PlayerField).Write(context);
            return;
        }

        var state = snapshot.State;
        var start = asked ?? (state.IsActive ? state.AwaySince ?? state.ArrivedAt : state.LastActivityAt);
        var sector = entities.Sector(SectorKeys.UniverseOf(player.Key), state.Sector).Entity!;
        var page = await EventPages.Read(sector, start, null, query.After, query.Limit);
        await JsonBody.WriteHashed(context, RealtimeJson.Write(json =>
        {
            json.WriteString("sector", state.Sector);
            json.WriteString("since", start.UtcDateTime);
            EventPages.Write(json, sector, page);
        }));
    }

    // The sector's own view, which is made once, with its distance before the rest.
    private byte[] Scanned(ScannedSector found)
    {
        var view = sectors.ViewOf(found.Sector).Json.Span;
        return [.. "{\"distance\":"u8, (byte)('0' + found.Distance), (byte)',', .. view[1..]];
    }
}
