using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

internal sealed class UniverseGrain(
    [PersistentState("universe", EntityStorage.Name)] IPersistentState<EntityRecord<UniverseState>> record,
    EntityContext context,
    IEntityScan scan,
    IOptions<SectorOptions> options,
    UniverseMetrics metrics,
    TimeProvider time,
    ILogger<UniverseGrain> logger)
    : EntityGrain<UniverseState, UniverseEvent>(record, context), IUniverseGrain
{
    // What sectors remember of those who left takes little room, and each time it is forgotten is a write.
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(10);

    private static readonly ImmutableArray<StoredKind> Swept = [SectorKinds.Player, SectorKinds.Sector, SectorKinds.WarpTunnel];

    private ImportRun? _import;
    private Task? _importing;
    private Task<SweepReport>? _sweeping;
    private IGrainTimer? _sweeps;
    private DateTimeOffset _forgotAt = DateTimeOffset.MinValue;

    protected override string SystemName => SectorKeys.System;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        SweepOnceImported();
    }

    public ValueTask<UniverseStatus> GetStatus() => new(new UniverseStatus(Committed, _import?.Told ?? 0, _import?.ToTell ?? 0));

    // The map owes this until all were told, so that an import goes on after whatever may come between.
    public async ValueTask Receive(Intent intent)
    {
        await Take(intent, () => UniverseRules.Take(Tentative, intent.Event));
        if (Committed.State.Import is { Phase: ImportPhase.Running } import)
        {
            if (_importing is null or { IsCompleted: true })
            {
                _importing = TellAll(import.Version);
            }

            await _importing;
        }
    }

    public ValueTask<SweepReport> Sweep()
    {
        if (_sweeping is null or { IsCompleted: true })
        {
            _sweeping = SweepAll();
        }

        return new(_sweeping);
    }

    protected override void OnCommitted(Envelope envelope) => SweepOnceImported();

    private async Task TellAll(long version)
    {
        try
        {
            var map = await GrainFactory.GetGrain<IUniverseMapGrain>(SectorKeys.Map(Key)).GetSnapshot();
            _import = new(GrainFactory, Key, map.State);
            UniverseLog.ImportBegan(logger, Key, version, _import.ToTell);
            await _import.TellAll();
            await Commit(UniverseRules.Finish(Tentative, version, Now));
            UniverseLog.ImportFinished(logger, Key, version);
        }
        finally
        {
            _import = null;
        }
    }

    // Whoever asks for a universe that is none must not keep it in memory.
    private void SweepOnceImported()
    {
        if (_sweeps is null && Committed.State.Import is not null)
        {
            var every = options.Value.Sweep;
            _sweeps = this.RegisterGrainTimer(SweepInTurn, new GrainTimerCreationOptions(every, every) { KeepAlive = true });
        }
    }

    private async Task SweepInTurn(CancellationToken cancellationToken)
    {
        try
        {
            await Sweep();
        }
        catch (Exception exception)
        {
            UniverseLog.SweepFailed(logger, Key, exception);
        }
    }

    private async Task<SweepReport> SweepAll()
    {
        var (started, begun) = (time.GetTimestamp(), Now);
        var limit = Committed.State.Settings.SessionMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : options.Value.Session;
        var reservedBefore = begun - options.Value.Reservation;
        var audited = await scan.ScanAsync(Swept, $"{Key}/", found => Audited.Of(found, reservedBefore), CancellationToken.None);
        var found = AuditRules.Compare(audited, begun - limit - options.Value.Activity);
        var forgets = begun >= _forgotAt + ForgetEvery;
        var report = await new SweepRun(GrainFactory, Key, limit, logger).LookAfter(found, forgets, begun);
        _forgotAt = forgets ? begun : _forgotAt;
        metrics.Swept(report.Counts, time.GetElapsedTime(started));
        if (!report.Counts.IsNothing)
        {
            await Commit(Decision<UniverseEvent>.Of(new UniverseSwept(begun, report)));
            UniverseLog.Swept(logger, Key, report.Counts.Swept, report.Counts.Healed, report.Counts.Strays, report.Counts.Ships, report.Counts.Reservations);
        }

        return report;
    }
}
