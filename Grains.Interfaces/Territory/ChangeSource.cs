namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>Where a facility's owner was learned from, in rising order of trust.</summary>
public enum ChangeSource
{
    /// <summary>The REST map: no outfit, and the time is uncertain by up to one interval.</summary>
    MapPoll = 1,

    /// <summary>The capturing players' majority: no outfit.</summary>
    PlayerFacilityCapture = 2,

    /// <summary>The canonical event.</summary>
    FacilityControl = 3,
}
