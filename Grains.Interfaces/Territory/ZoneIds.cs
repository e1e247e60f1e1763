namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>
/// Zone ids. Static zones have small ids; an instance of a dynamic zone carries its definition in the low 16 bits
/// (282198111 is an instance of definition 95).
/// </summary>
public static class ZoneIds
{
    public static uint DefinitionOf(uint zoneId) => zoneId & 0xFFFF;

    public static bool IsDynamicInstance(uint zoneId) => zoneId > 0xFFFF;
}
