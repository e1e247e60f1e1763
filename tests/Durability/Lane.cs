using System.Diagnostics;
using OrleansGameState.Durability.Silo;

namespace OrleansGameState.Durability;

/// <summary>
/// One client that commands one facility: each command is sent until it is answered, then the next. Its log must hold the
/// commands 1, 2, 3, ... up to the last that was acknowledged, each once, and after them at most the one in the air.
/// </summary>
internal sealed class Lane(int number, Zone zone, int facility, Load load)
{
    public const long Span = 1_000_000_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<long> _sequences = [];
    private bool _wasTried;

    /// <summary>The game's time of each lane's first command; a command a second from there on is far from catching up with now.</summary>
    public static DateTimeOffset Beginning { get; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Zone Zone => zone;

    public int Facility => facility;

    public int Number => number;

    /// <summary>How many commands were acknowledged; they are numbered from 1.</summary>
    public int Acknowledged => _sequences.Count;

    /// <summary>True where the command after those was sent and its fate is not known.</summary>
    public bool IsInTheAir { get; private set; }

    /// <summary>True where the answers to it leave open whether it was done.</summary>
    public bool MayBeDone { get; private set; }

    /// <summary>What its zone's sequence was when command <paramref name="command"/> was acknowledged.</summary>
    public long SequenceAt(int command) => _sequences[command - 1];

    /// <summary>Sends commands until it is stopped or the connection breaks.</summary>
    public async Task Run(CommandLink commands, CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                IsInTheAir = true;
                var sent = Stopwatch.GetTimestamp();
                var reply = await commands.Ask(Next());
                if (reply.Failure is null)
                {
                    Take(reply, sent);
                }
                else
                {
                    Note(reply, sent);
                    await Task.Delay(Pause, stopping);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            MayBeDone = true;
            load.NoteBroken();
        }
        catch (OperationCanceledException)
        {
            // Stopped; what is in the air stays known as such.
        }

        _wasTried |= IsInTheAir;
    }

    private Command Next() => zone.Capture(facility, (number * Span) + Acknowledged + 1, Acknowledged % 2 == 0, Beginning.AddSeconds(Acknowledged + 1));

    private void Take(Reply reply, long sent)
    {
        var command = Acknowledged + 1;
        if (reply.Rejection is { } code && !(code == "duplicate" && _wasTried))
        {
            load.Blame($"lane {number}, command {command}: refused as '{code}'");
        }
        else if (reply.Rejection is not null && !MayBeDone)
        {
            load.Blame($"lane {number}, command {command}: every try was told as not committed, and yet it was done");
        }

        _sequences.Add(reply.Sequence);
        (IsInTheAir, _wasTried, MayBeDone) = (false, false, false);
        load.NoteAcknowledged(sent, isRepeat: reply.Rejection is not null);
    }

    private void Note(Reply reply, long sent)
    {
        _wasTried = true;
        MayBeDone |= reply.Failure == Reply.Unknown;
        load.NoteFailed(reply, sent);
    }
}
