namespace OrleansGameState.Grains.Tests.StarSystems.Simulation;

/// <summary>
/// A galaxy whose systems tick, and the messages that a feed brings of it: true ones and junk, with hours missing and the
/// weekly maintenance.
/// </summary>
internal sealed class GalaxySimulator
{
    public const double Hour = 3600;
    public const double Day = 24 * Hour;

    // The servers are down on Thursday from 07:00 for this long.
    private const double Maintenance = 0.5 * Hour;

    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Epoch = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly GalaxySetting _setting;
    private readonly Dice _dice;
    private readonly int[] _alias;
    private readonly double[] _cut;
    private readonly List<(double From, double To)> _outages = [];
    private readonly PriorityQueue<SimulatedMessage, double> _underway = new();
    private readonly uint[] _initial;
    private int _current;

    public GalaxySimulator(GalaxySetting setting, ulong seed)
    {
        _setting = setting;
        _dice = new(seed);
        var visits = Enumerable.Range(0, setting.Systems).Select(_ => Math.Exp(setting.VisitSpread * _dice.Normal())).ToArray();
        (_alias, _cut) = AliasTable(visits);
        _initial = [.. visits.Select(_ => _dice.Any())];
        MakeTicks();
        MakeOutages();
    }

    public List<TickDay> Ticks { get; } = [];

    public long TooLate { get; private set; }

    public long Sent { get; private set; }

    public long Junk { get; private set; }

    public static DateTimeOffset Time(double seconds) => Epoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));

    /// <summary>The address of the system of an index; 0 is none.</summary>
    public static long Address(int system) => system + 1;

    /// <summary>All messages in the order in which they come.</summary>
    public IEnumerable<SimulatedMessage> Messages()
    {
        var end = _setting.Days * Day;
        for (var now = 0.0; now < end; now = Next(now))
        {
            while (_underway.TryPeek(out var due, out var at) && at <= now)
            {
                _underway.Dequeue();
                if (!IsMissing(due.ArrivesAt))
                {
                    yield return due;
                }
            }

            if (Make(now) is { } message)
            {
                Sent++;
                yield return message;
            }
        }
    }

    public bool IsMissing(double at) => _outages.Any(outage => at >= outage.From && at < outage.To);

    /// <summary>How many of the seconds in between nothing could come.</summary>
    public double Silence(double from, double to)
    {
        var (silence, at) = (0.0, from);
        foreach (var (begin, end) in _outages.Concat(Maintenances()).Order())
        {
            silence += Math.Max(0, Math.Min(end, to) - Math.Max(begin, at));
            at = Math.Max(at, end);
        }

        return silence;
    }

    private IEnumerable<(double From, double To)> Maintenances() => Enumerable
        .Range(0, (_setting.Days / 7) + 1)
        .Select(week => (week * 7 * Day) + (3 * Day) + (7 * Hour))
        .Select(begin => (begin, begin + Maintenance));

    private static double SinceMaintenance(double at) => (at % (7 * Day)) - ((3 * Day) + (7 * Hour));

    private double Next(double now)
    {
        var next = now + _dice.Exponential(1 / Rate(now));
        return SinceMaintenance(next) is var since and >= 0 and < Maintenance ? next + Maintenance - since : next;
    }

    // Messages a second.
    private double Rate(double at)
    {
        var usual = _setting.MeanRate * (1 + (_setting.RateSwing * Math.Sin(2 * Math.PI * ((at / Day) - 0.55))));
        return SinceMaintenance(at) is >= Maintenance and < 2 * Maintenance ? usual * _setting.Rush : usual;
    }

    private SimulatedMessage? Make(double now)
    {
        var cell = _dice.Below(_alias.Length);
        var system = _dice.Next() < _cut[cell] ? cell : _alias[cell];
        var roll = _dice.Next();
        var tick = TickShown(system, now);
        var message = new SimulatedMessage(system, Math.Floor(now), now, States(system, tick), tick);
        if (IsMissing(now))
        {
            // The game goes on; what is under way is lost with the feed.
            return null;
        }

        if (roll < 1 - _setting.Delayed - JunkShare)
        {
            return message;
        }

        if (roll < 1 - JunkShare)
        {
            return Later(message, _dice.Between(5, 120));
        }

        Junk++;
        return MakeJunk(message, roll - (1 - JunkShare));
    }

    private double JunkShare => _setting.FalseStates + _setting.StaleStates + _setting.Late + _setting.TooLate + _setting.Duplicates;

    private SimulatedMessage? MakeJunk(SimulatedMessage message, double roll)
    {
        if ((roll -= _setting.FalseStates) < 0)
        {
            return message with { States = _dice.Any(), Tick = -1 };
        }

        if ((roll -= _setting.StaleStates) < 0)
        {
            var old = TickShown(message.System, message.ObservedAt - _dice.Between(0.5 * Hour, 12 * Hour));
            return message with { States = States(message.System, old), Tick = -1 };
        }

        if ((roll -= _setting.Late) < 0)
        {
            return Later(message, Math.Min(_dice.Exponential(0.5 * Hour) + 60, 5999));
        }

        if ((roll -= _setting.TooLate) < 0)
        {
            TooLate++;
            return null;
        }

        _underway.Enqueue(message with { ArrivesAt = message.ArrivesAt + 5 }, message.ArrivesAt + 5);
        return message;
    }

    private SimulatedMessage? Later(SimulatedMessage message, double delay)
    {
        var later = message with { ArrivesAt = message.ArrivesAt + delay };
        _underway.Enqueue(later, later.ArrivesAt);
        return null;
    }

    // Index of the last tick that changed the system by then; -1 where none did.
    private int TickShown(int system, double at)
    {
        while (_current + 1 < Ticks.Count && Ticks[_current + 1].Start <= at)
        {
            _current++;
        }

        for (var index = Math.Min(_current, Ticks.Count - 1); index >= 0; index--)
        {
            if (Ticks[index].Reaches[system] <= at)
            {
                return index;
            }
        }

        return -1;
    }

    private uint States(int system, int tick) => tick < 0 ? _initial[system] : Ticks[tick].Contents[system];

    private void MakeTicks()
    {
        var start = _dice.Between(0, Day);
        for (var day = 0; _setting.Ticks && day < _setting.Days; day++)
        {
            var pass = _dice.Between(_setting.LeastStatePass, _setting.MostStatePass);
            var changed = _dice.Between(_setting.LeastChanged, _setting.MostChanged);
            var reaches = Enumerable.Range(0, _setting.Systems).Select(_ => _dice.Is(changed) ? start + (pass * _dice.Next()) : double.NaN).ToArray();
            Ticks.Add(new(start, pass, _dice.Between(Hour, 4 * Hour), reaches, [.. reaches.Select(_ => _dice.Any())]));
            start += Day + (_setting.Drift * Math.Clamp(_dice.Normal(), -2, 2));
        }
    }

    private void MakeOutages()
    {
        for (var day = 0; day < _setting.Days; day++)
        {
            if (_dice.Is(_setting.Outages))
            {
                var from = (day * Day) + (_dice.Next() * Day);
                _outages.Add((from, from + _dice.Between(Hour, 4 * Hour)));
            }
        }

        foreach (var tick in Ticks.Where(_ => _dice.Is(_setting.OutagesAtTicks)))
        {
            _outages.Add((tick.Start - _dice.Between(0, 2 * Hour), tick.Start + _dice.Between(0, 2 * Hour)));
        }
    }

    // Vose's way of drawing by weight in constant time.
    private static (int[] Alias, double[] Cut) AliasTable(double[] weights)
    {
        var (count, sum) = (weights.Length, weights.Sum());
        var scaled = weights.Select(weight => weight * count / sum).ToArray();
        var (alias, cut) = (new int[count], new double[count]);
        var small = new Stack<int>(Enumerable.Range(0, count).Where(index => scaled[index] < 1));
        var large = new Stack<int>(Enumerable.Range(0, count).Where(index => scaled[index] >= 1));
        Array.Fill(cut, 1);
        while (small.Count > 0 && large.Count > 0)
        {
            var (less, more) = (small.Pop(), large.Pop());
            (cut[less], alias[less]) = (scaled[less], more);
            scaled[more] -= 1 - scaled[less];
            (scaled[more] < 1 ? small : large).Push(more);
        }

        return (alias, cut);
    }
}
