using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Takes a universe's document.</summary>
internal sealed class UniverseImport(IGrainFactory grains, IOptions<GatewayOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private const string DanglingLinks = "danglingLinks";
    private const string DuplicateShips = "duplicateShips";

    public async Task Take(HttpContext context, Entity universe, string? danglingLinks, string? duplicateShips)
    {
        var problem = Choice(DanglingLinks, danglingLinks, "stub") ?? Choice(DuplicateShips, duplicateShips, "first");
        UniverseDraft? draft = null;
        var choices = new ImportChoices(danglingLinks is not null, duplicateShips is not null);
        if (problem is null)
        {
            (draft, problem) = await RequestBody.Read(
                context,
                options.Value.Sectors.ImportBytes,
                "Gateway:Sectors:ImportBytes sets how many it may have.",
                isOptional: false,
                root => UniverseDocument.Read(root, choices.StubDanglingLinks));
        }

        await (problem is null ? Import(context, universe, draft!, choices) : problem.Write(context));
    }

    private static Problem? Choice(string name, string? value, string only) => value is null || value == only
        ? null
        : Problem.Invalid(name, $"{name} is '{value}'; it is {only}, or left out.");

    private async Task Import(HttpContext context, Entity universe, UniverseDraft draft, ImportChoices choices)
    {
        var answer = await grains.GetGrain<IUniverseMapGrain>(SectorKeys.Map(universe.Key)).Import(draft, choices);
        if (!answer.Rejections.IsEmpty)
        {
            await SectorProblems.OfImport(answer.Rejections).Write(context);
            return;
        }

        await Begun(universe.Key, answer.Version);
        context.Response.Headers.Location = $"/api/v1/universes/{universe.Key}";
        await CommandAnswers.Write(context, new ImportAcceptedView(universe.Key, answer.Version, answer.Report), StatusCodes.Status202Accepted);
    }

    // Who follows the location is to find what they imported; it is begun in a moment, and durable whatever happens.
    private async Task Begun(string universe, long version)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var look = new PeriodicTimer(Look, time);
        try
        {
            while (!((await grains.GetGrain<IUniverseGrain>(universe).GetStatus()).Snapshot.State.Import?.Version >= version))
            {
                await look.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // It is told later.
        }
    }
}
