using System.Text.Json;

namespace OrleansGameState.Durability.Silo;

/// <summary>A line to the command port: one command to one zone.</summary>
/// <param name="Id">Comes back with the answer.</param>
/// <param name="World">The world.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Facilities">0, or: learn a map of this many facilities, of which the first two are warpgates.</param>
/// <param name="Facility">The facility that changes hands.</param>
/// <param name="From">Who loses it.</param>
/// <param name="To">Who takes it.</param>
/// <param name="Outfit">Whose it is; tells this command's event from all others.</param>
/// <param name="At">When, in the game's time.</param>
internal sealed record Command(long Id, int World, uint Zone, int Facilities, int Facility, int From, int To, long Outfit, DateTimeOffset At)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
}
