using System.Collections.Immutable;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>Reads a journal's factions. One caller at a time.</summary>
internal sealed class FactionReader(TextPool texts)
{
    /// <summary>The game has seven to a system, and a few more in some.</summary>
    public const int MostFactions = 64;

    private const int MostStates = 32;

    private static readonly Comparison<FactionPresence> ByName = (one, other) => string.CompareOrdinal(one.Name, other.Name);

    private readonly JsonValues _values = new(texts);
    private readonly List<FactionPresence> _factions = [];
    private readonly List<string> _states = [];

    /// <summary>By name in ordinal order, each name once; of one that comes twice, the first.</summary>
    public ImmutableArray<FactionPresence> ReadAll(ref Utf8JsonReader reader, ref FrameRefusal? refusal)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            RefuseUnlessNull(ref reader, "Factions", ref refusal);
            return [];
        }

        _factions.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Faction(ref reader, ref refusal) is { } faction && !Has(faction.Name))
            {
                _factions.Add(faction);
            }

            if (_factions.Count > MostFactions)
            {
                refusal ??= new(FrameRefusal.BadField, "Factions", $"Factions has more than {MostFactions}");
                _factions.Clear();
            }
        }

        _factions.Sort(ByName);
        return [.. _factions];
    }

    private bool Has(string name)
    {
        foreach (var known in _factions)
        {
            if (known.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private FactionPresence? Faction(ref Utf8JsonReader reader, ref FrameRefusal? refusal)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            JsonValues.Refuse(ref reader, "Factions", "a list of objects", ref refusal);
            return null;
        }

        string name = "", state = "", government = "", allegiance = "", happiness = "";
        ImmutableArray<string> active = [], pending = [], recovering = [];
        decimal? influence = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("Name"u8))
            {
                name = Text(ref reader, "Factions.Name", ref refusal);
            }
            else if (reader.ValueTextEquals("Influence"u8))
            {
                reader.Read();
                influence = JsonValues.Number(ref reader, "Factions.Influence", 0, 1, ref refusal);
            }
            else if (reader.ValueTextEquals("FactionState"u8))
            {
                state = Text(ref reader, "Factions.FactionState", ref refusal);
            }
            else if (reader.ValueTextEquals("Government"u8))
            {
                government = Text(ref reader, "Factions.Government", ref refusal);
            }
            else if (reader.ValueTextEquals("Allegiance"u8))
            {
                allegiance = Text(ref reader, "Factions.Allegiance", ref refusal);
            }
            else if (reader.ValueTextEquals("Happiness"u8))
            {
                happiness = Text(ref reader, "Factions.Happiness", ref refusal);
            }
            else if (reader.ValueTextEquals("ActiveStates"u8))
            {
                active = States(ref reader, "Factions.ActiveStates", ref refusal);
            }
            else if (reader.ValueTextEquals("PendingStates"u8))
            {
                pending = States(ref reader, "Factions.PendingStates", ref refusal);
            }
            else if (reader.ValueTextEquals("RecoveringStates"u8))
            {
                recovering = States(ref reader, "Factions.RecoveringStates", ref refusal);
            }
            else
            {
                reader.Skip();
            }
        }

        return Missing(name, influence) is { } field
            ? Refused(field, ref refusal)
            : new(name, influence!.Value, null, state, government, allegiance, happiness, active, pending, recovering);
    }

    private static string? Missing(string name, decimal? influence) =>
        name.Length == 0 ? "Factions.Name" : influence is null ? "Factions.Influence" : null;

    private static FactionPresence? Refused(string field, ref FrameRefusal? refusal)
    {
        refusal ??= new(FrameRefusal.MissingField, field, $"{field} is missing");
        return null;
    }

    // [{"State":"Boom","Trend":0}], of which the trend says nothing that is needed.
    private ImmutableArray<string> States(ref Utf8JsonReader reader, string field, ref FrameRefusal? refusal)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            RefuseUnlessNull(ref reader, field, ref refusal);
            return [];
        }

        _states.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var state = State(ref reader, field, ref refusal);
            if (state.Length > 0 && !_states.Contains(state))
            {
                _states.Add(state);
            }

            if (_states.Count > MostStates)
            {
                refusal ??= new(FrameRefusal.BadField, field, $"{field} has more than {MostStates}");
                _states.Clear();
            }
        }

        _states.Sort(StringComparer.Ordinal);
        return _states.Count switch
        {
            0 => [],
            1 => texts.Single(_states[0]),
            _ => [.. _states],
        };
    }

    private string State(ref Utf8JsonReader reader, string field, ref FrameRefusal? refusal)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return _values.Text(ref reader, field, ref refusal) ?? "";
        }

        var state = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("State"u8))
            {
                state = Text(ref reader, field, ref refusal);
            }
            else
            {
                reader.Skip();
            }
        }

        return state;
    }

    private string Text(ref Utf8JsonReader reader, string field, ref FrameRefusal? refusal)
    {
        reader.Read();
        return _values.Text(ref reader, field, ref refusal) ?? "";
    }

    private static void RefuseUnlessNull(ref Utf8JsonReader reader, string field, ref FrameRefusal? refusal)
    {
        if (reader.TokenType != JsonTokenType.Null)
        {
            JsonValues.Refuse(ref reader, field, "a list", ref refusal);
        }
    }
}
